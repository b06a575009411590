using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Portal.Benchmarks.Worlds;

/// <summary>Portal as its container image holds it: published, compiled ahead, with compressed files.</summary>
internal static class Publication
{
    public static string In(string folder) => Path.Combine(Path.GetFullPath(folder), "Portal.Web.dll");

    /// <returns>The program that `dotnet` runs.</returns>
    public static async Task<string> MakeAsync(string folder)
    {
        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64";
        var start = new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(Repository.Root, "src/Portal.Web"), "-c", "Release", "-a", architecture, "--self-contained", "false",
            "-p:PublishReadyToRun=true", "-p:NuGetLockFilePath=obj/image.lock.json", "-p:RestoreLockedMode=false", "-o", folder, "--nologo",
                "-v", "quiet",
        ]);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? In(folder) : throw new InvalidOperationException(output);
    }
}
