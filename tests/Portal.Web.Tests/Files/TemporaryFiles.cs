using System.Text;
using Portal.Web.Export;

namespace Portal.Web.Tests.Files;

/// <summary>Files with personal data, while they are made (FI-10).</summary>
public sealed class TemporaryFiles
{
    [Fact]
    public async Task FI_10_ATemporaryFile_IsItsOwnersAlone_AndHasNoNameByWhichAnybodyFindsIt()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("files keep their names there");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("portal-temporary");
        try
        {
            await using var file = TemporaryFile.Create(folder.FullName);
            await file.WriteAsync(Encoding.UTF8.GetBytes("山田 花子"), TestContext.Current.CancellationToken);
            await file.FlushAsync(TestContext.Current.CancellationToken);

            folder.GetFileSystemInfos().ShouldBeEmpty("a node that is killed now leaves nothing behind");
            (File.GetUnixFileMode(file.SafeFileHandle) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)).ShouldBe(UnixFileMode.None);
            file.Position = 0;
            using var reader = new StreamReader(file);
            (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("山田 花子");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
