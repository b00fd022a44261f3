; The installer for one user: no administrator, no question that a silent run cannot answer.
; build.py calls it: iscc /DVersion=0.0.0 /DNumbers=0.0.0.0 /DBundle=FOLDER /DIcon=FILE /O"FOLDER" THIS

#ifndef Version
  #error "Version is given by build.py"
#endif

[Setup]
; Never changed: by it an update finds what it updates.
AppId={{CD639197-0C1E-4AFE-B631-5CA28ED2F33A}
AppName=NetSantral Supervisor
AppVersion={#Version}
AppVerName=NetSantral Supervisor {#Version}
AppPublisher=NetSantral Supervisor
VersionInfoVersion={#Numbers}
VersionInfoProductTextVersion={#Version}
VersionInfoDescription=NetSantral Supervisor Setup
DefaultDirName={localappdata}\Programs\NetSantral Supervisor
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
DisableDirPage=auto
DisableProgramGroupPage=yes
DisableWelcomePage=yes
UsePreviousTasks=yes
; Windows is told to read anew which program opens what.
ChangesAssociations=yes
; A running window is asked to end before its files are replaced; a silent run closes it without asking.
CloseApplications=yes
CloseApplicationsFilter=*.exe,*.dll,*.pyd
RestartApplications=no
OutputBaseFilename=netsantral-supervisor-{#Version}-setup
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\supervisor-gui.exe
UninstallDisplayName=NetSantral Supervisor
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
; The language of Windows; asked for only where Windows speaks neither.
ShowLanguageDialog=auto

[Languages]
Name: "tr"; MessagesFile: "compiler:Languages\Turkish.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
en.TelTask=Offer NetSantral Supervisor for telephone links (tel:)
tr.TelTask=Telefon bağlantıları (tel:) için NetSantral Supervisor'ı öner
en.LinksGroup=Links:
tr.LinksGroup=Bağlantılar:
en.StillRuns=NetSantral Supervisor is running. Close its window, then try again.
tr.StillRuns=NetSantral Supervisor çalışıyor. Penceresini kapatın, sonra yeniden deneyin.

[Tasks]
Name: "tel"; Description: "{cm:TelTask}"; GroupDescription: "{cm:LinksGroup}"; Flags: unchecked
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; Modules of an earlier version must not be found beside those of this one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{userprograms}\NetSantral Supervisor"; Filename: "{app}\supervisor-gui.exe"; WorkingDir: "{app}"
Name: "{userdesktop}\NetSantral Supervisor"; Filename: "{app}\supervisor-gui.exe"; WorkingDir: "{app}"; Tasks: desktopicon

[Registry]
; The same values as `supervisor-gui integrate` writes (supervisor_gui/desktop/integration_windows.py).
Root: HKCU; Subkey: "Software\Classes\NetSantralSupervisor.tel"; ValueType: string; ValueName: ""; ValueData: "URL:tel"; Tasks: tel
Root: HKCU; Subkey: "Software\Classes\NetSantralSupervisor.tel"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""; Tasks: tel
Root: HKCU; Subkey: "Software\Classes\NetSantralSupervisor.tel\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\supervisor-gui.exe"" -- ""%1"""; Tasks: tel
Root: HKCU; Subkey: "Software\NetSantralSupervisor\Capabilities\URLAssociations"; ValueType: string; ValueName: "tel"; ValueData: "NetSantralSupervisor.tel"; Tasks: tel
Root: HKCU; Subkey: "Software\NetSantralSupervisor\Capabilities"; ValueType: string; ValueName: "ApplicationName"; ValueData: "NetSantral Supervisor"; Tasks: tel
Root: HKCU; Subkey: "Software\NetSantralSupervisor\Capabilities"; ValueType: string; ValueName: "ApplicationDescription"; ValueData: "Supervisor for the NetSantral PBX"; Tasks: tel
Root: HKCU; Subkey: "Software\RegisteredApplications"; ValueType: string; ValueName: "NetSantral Supervisor"; ValueData: "Software\NetSantralSupervisor\Capabilities"; Tasks: tel
; Removed with the program, whoever wrote them: the task above, or `supervisor-gui integrate` later.
Root: HKCU; Subkey: "Software\Classes\NetSantralSupervisor.tel"; ValueType: none; Flags: dontcreatekey uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\NetSantralSupervisor.callto"; ValueType: none; Flags: dontcreatekey uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\NetSantralSupervisor.sip"; ValueType: none; Flags: dontcreatekey uninsdeletekey
Root: HKCU; Subkey: "Software\NetSantralSupervisor"; ValueType: none; Flags: dontcreatekey uninsdeletekey
Root: HKCU; Subkey: "Software\RegisteredApplications"; ValueType: none; ValueName: "NetSantral Supervisor"; Flags: dontcreatekey uninsdeletevalue

[Run]
Filename: "{app}\supervisor-gui.exe"; Description: "{cm:LaunchProgram,NetSantral Supervisor}"; Flags: nowait postinstall skipifsilent

[Code]
{ A program that runs keeps its files; without this they would stay behind after the uninstaller. }
function Runs(const Name: String): Boolean;
var
  Opened: TFileStream;
begin
  Result := False;
  if not FileExists(Name) then
    Exit;
  try
    Opened := TFileStream.Create(Name, fmOpenReadWrite or fmShareDenyNone);
    Opened.Free;
  except
    Result := True;
  end;
end;

function InitializeUninstall(): Boolean;
begin
  Result := True;
  while Result and (Runs(ExpandConstant('{app}\supervisor-gui.exe')) or
    Runs(ExpandConstant('{app}\supervisor-gui-cli.exe'))) do
    Result := SuppressibleMsgBox(CustomMessage('StillRuns'), mbError, MB_RETRYCANCEL, IDCANCEL) = IDRETRY;
end;
