using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Http;

public sealed class LogTests : HttpTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-log").FullName;

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Portal:LogFile"] = Path.Combine(folder, "portal-.log"),
    };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task AU_05_SE_15_NothingSecretReachesTheLog()
    {
        var browser = await SignedInAsync();
        await browser.GetAsync(Alpha + "/probe/CANARY-IN-PATH?code=CANARY-IN-QUERY");
        await browser.GetAsync(Alpha + "/probe/broken?token=CANARY-IN-QUERY");
        await App.CreateBrowser().TrySignInAsync("alpha", Id, "CANARY-PASSWORD");
        await (await browser.GetAsync(Alpha + "/probe")).Form().Fill("Name", "CANARY-IN-FORM").Fill("Password", "CANARY-PASSWORD")
            .SubmitAsync();
        await browser.PostAsync(Alpha + "/probe/careless?name=CANARY-IN-QUERY", [new("name", "CANARY-IN-FORM")]);
        var session = browser.Cookies["__Secure-portal"]!;

        var log = await ReadAsync();

        log.ShouldContain("probe/{name}");
        log.ShouldContain("alpha");
        log.ShouldContain("\"CorrelationId\"");
        log.ShouldNotContain("CANARY");
        log.ShouldNotContain(session);
        log.ShouldNotContain("RequestPath");
    }

    private async Task<string> ReadAsync()
    {
        await using var stream = new FileStream(Directory.GetFiles(folder).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
