@echo off
rem docgen không cần cài đặt: mở tệp này, hoặc gọi docgen.cmd LENH ...
chcp 65001 >nul
set PYTHONUTF8=1
set PATH=%~dp0;%PATH%
if "%~1"=="" goto window
"%~dp0python\python.exe" -m docgen %*
exit /b %ERRORLEVEL%
:window
cd /d "%USERPROFILE%\Documents"
cmd /k ""%~dp0docgen.cmd" --help"
