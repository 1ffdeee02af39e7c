# Makes what people install on Windows: a program folder with its own Java, and from it an .msi and a portable .zip.
# Needs a JDK 25, Maven and, for the .msi, WiX 3 or later. Everything lands in target\installer.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
$java = $env:JAVA_HOME
if (-not $java -or -not (Test-Path "$java\bin\jpackage.exe")) { throw 'Set JAVA_HOME to a JDK 25 or later and run this again.' }

function Run([string] $program, [string[]] $words) {
    & $program @words
    if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE" }
}

$version = ([xml](Get-Content pom.xml)).project.version
$out = 'target\installer'
$work = "$out\work"
Remove-Item -Recurse -Force $out -ErrorAction SilentlyContinue
New-Item -ItemType Directory -Force "$work\input" | Out-Null
Run 'mvn.cmd' @('-B', '-q', '-ntp', '-Pinstaller', '-DskipTests', 'package')
Copy-Item 'target\ethotag\lib\*.jar' "$work\input"
Copy-Item -Recurse 'target\ethotag\sample-data' "$work\input"

$modules = 'java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.localedata,jdk.unsupported'
Run "$java\bin\jlink.exe" @('--add-modules', $modules, '--strip-debug', '--no-header-files', '--no-man-pages', '--compress', 'zip-6', '--output', "$work\runtime")

$options = @('-Xmx1g', '-XX:Tier4InvocationThreshold=50000', '-XX:Tier4MinInvocationThreshold=6000', '-XX:Tier4CompileThreshold=150000',
    '--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow', '-Dai.djl.offline=true',
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-Dorg.slf4j.simpleLogger.log.ai.djl.util.cuda=error', '-Dethotag.home=$APPDIR')
$about = @('--name', 'ethotag', '--app-version', $version, '--vendor', 'Ethotag',
    '--description', 'From raw accelerometer recordings of animals to a tag that classifies behaviour by itself')
# The second program is the command line: the first has no console.
Set-Content "$work\ethotag-cli.properties" "win-console=true`nmain-class=org.ethotag.Ethotag"
$words = @('--type', 'app-image') + $about + @('--dest', $out, '--runtime-image', "$work\runtime", '--input', "$work\input",
    '--main-jar', "ethotag-$version.jar", '--main-class', 'org.ethotag.Ethotag', '--add-launcher', "ethotag-cli=$work\ethotag-cli.properties")
foreach ($option in $options) { $words += @('--java-options', $option) }
Run "$java\bin\jpackage.exe" $words
$image = "$out\ethotag"
Copy-Item LICENSE, 'installer\libraries.txt', 'src\site\markdown\guide\citing.md' "$image\app"
Copy-Item 'target\bom.json' "$image\app\ethotag-sbom.cdx.json"

# The cache below is refused when a library's time differs from the one it was made with. Sticks and .zip files keep even
# seconds only, so all have the same even one.
Get-ChildItem "$image\app\*.jar" | ForEach-Object { $_.LastWriteTime = [datetime]'2026-01-01' }

# The Java of the image learns once what the program loads until its first trace: the next start has it at hand.
$cache = Join-Path (Get-Location) "$image\app\ethotag.aot"
$env:JAVA_TOOL_OPTIONS = "-XX:AOTCacheOutput=$cache -XX:TieredStopAtLevel=2 -Dglass.platform=Headless -Dprism.order=sw -Dethotag.user=$work\user"
try { Run "$image\ethotag-cli.exe" @('open', '--sample', '--until-trace') } finally { $env:JAVA_TOOL_OPTIONS = $null }
foreach ($name in 'ethotag', 'ethotag-cli') { Add-Content "$image\app\$name.cfg" @('java-options=-XX:AOTCache=$APPDIR\ethotag.aot', 'java-options=-Xlog:aot*=off,cds*=off') }

New-Item -ItemType File "$image\app\portable" | Out-Null
Compress-Archive -Path $image -DestinationPath "$out\ethotag-$version-portable.zip"
Remove-Item "$image\app\portable"
Run "$java\bin\jpackage.exe" (@('--type', 'msi') + $about + @('--dest', $out, '--app-image', $image, '--license-file', 'LICENSE',
    '--file-associations', 'installer\ethotag.properties', '--win-menu', '--win-shortcut-prompt', '--win-per-user-install'))
Remove-Item -Recurse -Force $work
