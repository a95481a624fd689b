@echo off
rem Cửa sổ gõ lệnh của docgen, mở ở thư mục Documents.
chcp 65001 >nul
set PYTHONUTF8=1
set PATH=%~dp0;%PATH%
cd /d "%USERPROFILE%\Documents"
cmd /k ""%~dp0docgen.cmd" --help"
