using System.Net;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Nodes;

/// <summary>
/// A node without a place for temporary files, from the start or later. Losing entropy is not tested: no machine of
/// today lets it happen, and the runtime throws where the kernel gives no random bytes.
/// </summary>
[Collection(nameof(KillingANode))]
public sealed class LosingTheTemporaryFolder : IAsyncLifetime
{
    private const string Id = "N0009001";
    private const string List = "/t/control/operators";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-tmp-");
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(services: _ => { }, time: FakeTime.Running());
        await new Account("control", Id) { IsManager = true }.AddToAsync(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (Directory.Exists(folder.FullName))
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task FP_10_WithoutAFolderForTemporaryFiles_ANodeDoesNotStart_AndNamesIt()
    {
        var said = await Should.ThrowAsync<InvalidOperationException>(() =>
            NodeProcess.StartAsync(app.Database, PortalApp.FreePort(), new Dictionary<string, string> { ["TMPDIR"] = "/proc" }));
        said.Message.ShouldContain("TMPDIR");
        said.Message.ShouldContain("/proc");
    }

    [Fact]
    public async Task FP_10_WhereItIsLostLater_AFileIsRefusedWithAReasonAndNothingRecorded_PagesGoOn_AndAllComesBack()
    {
        using var node = await NodeProcess.StartAsync(app.Database, PortalApp.FreePort(),
            new Dictionary<string, string> { ["TMPDIR"] = folder.FullName });
        await using var proxy = await NodesBehindAProxy.StartAsync([node.Address]);
        var browser = app.CreateBrowser(proxy.Address);
        (await browser.SignInAsync("control", Id)).ShouldBeOk();
        (await ExportAsync(browser)).ShouldBeOk();
        (await app.World.Audit.CountAsync("exported")).ShouldBe(1);

        folder.Delete(recursive: true);
        (await ExportAsync(browser)).ShouldBe(HttpStatusCode.ServiceUnavailable).ShouldHaveHeader("Retry-After", "60");
        (await app.World.Audit.CountAsync("exported")).ShouldBe(1);

        folder.Create();
        (await ExportAsync(browser)).ShouldBeOk();
        (await app.World.Audit.CountAsync("exported")).ShouldBe(2);
    }

    private static async Task<PortalPage> ExportAsync(PortalBrowser browser) =>
        await (await browser.GetAsync(List)).ShouldBeOk().Form("form[action*=export]").SubmitAsync("Excelで保存");
}
