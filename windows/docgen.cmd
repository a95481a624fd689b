@echo off
rem docgen không cần cài đặt: mở tệp này là mở bàn làm việc trong trình duyệt.
rem Gõ lệnh: mở go-lenh.cmd, hoặc gọi docgen.cmd LENH ...
chcp 65001 >nul
set PYTHONUTF8=1
set PATH=%~dp0;%PATH%
if "%~1"=="" goto desk
"%~dp0python\python.exe" -m docgen %*
exit /b %ERRORLEVEL%
:desk
title docgen
echo docgen đang chạy. Để yên cửa sổ này khi làm việc; dừng bằng nút “Dừng docgen” trong trang.
"%~dp0python\python.exe" -m docgen serve
if errorlevel 1 pause
