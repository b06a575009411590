using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Jobs.Imports;

namespace Portal.Web.Tests.Features.Cases.Batches;

/// <summary>The desk uploads a table and an archive (ADMIN-5).</summary>
public abstract class CaseBatchTest : CaseTest
{
    protected const string Upload = "/admin/cases/security/many/file";
    protected const string Other = "N900000002";
    protected const string Headings = "契約番号,種類,優先度,件名,内容,ファイル名\r\n";
    protected const string Both = Headings
        + $"{Contract},月次レポートの送付,,10月のレポート,10月分です,2026/レポートA.txt\r\n"
        + $"{Other},ReportDelivery,至急,10月のレポート,\"一行目\n二行目\",b.txt\r\n";

    protected static (string Name, byte[] Content)[] Files { get; } = [("2026/レポートA.txt", Bytes("レポートA")), ("b.txt", Bytes("レポートB"))];

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static byte[] Zip(params (string Name, byte[] Content)[] files) => Zip(null, files);

    protected static byte[] Zip(Encoding? names, params (string Name, byte[] Content)[] files)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return content.ToArray();
    }

    protected static PortalForm Filled(PortalPage page, string table, byte[]? zip)
    {
        var form = page.ShouldBeOk().Form("form[enctype]").Attach("Upload", "cases.csv", Bytes(table), "text/csv");
        return zip is null ? form : form.Attach("Archive", "files.zip", zip, "application/zip");
    }

    protected static async Task<PortalPage> SendAsync(PortalBrowser agent, string table, byte[]? zip) =>
        await Filled(await agent.GetAsync(Upload), table, zip).SubmitAsync();

    /// <summary>Uploaded and checked: the page that waits for a word.</summary>
    protected static async Task<PortalPage> CheckedAsync(PortalBrowser agent, string table, byte[]? zip) =>
        (await (await SendAsync(agent, table, zip)).FollowAsync()).ShouldBeOk();

    protected Task<int> RoundAsync() => App.Services.GetRequiredService<ImportRunner>().RunOnceAsync(CancellationToken.None);

    protected async Task<ImportJob> JobAsync() => (await App.World.ImportJobs.ReadAsync(job => job)).ShouldNotBeNull();

    protected async Task NothingIsKeptAsync()
    {
        (await App.World.Cases.CountAsync()).ShouldBe(0);
        (await App.World.ImportJobs.CountAsync()).ShouldBe(0);
        (await App.World.Files.CountAsync(file => file.State == StoredFileState.Clean)).ShouldBe(0);
    }
}
