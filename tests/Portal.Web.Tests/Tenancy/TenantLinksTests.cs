using Portal.Web.Tenancy;
using Portal.Web.Tests.Mail;

namespace Portal.Web.Tests.Tenancy;

public sealed class TenantLinksTests
{
    [Theory]
    [InlineData("https://portal.example.jp", null, "https://portal.example.jp/t/mailtest/reset/x")]
    [InlineData("https://portal.example.jp:8443", null, "https://portal.example.jp:8443/t/mailtest/reset/x")]
    [InlineData("https://portal.example.jp", "own.example.jp", "https://own.example.jp/reset/x")]
    [InlineData("https://portal.example.jp", "Portal.example.jp", "https://portal.example.jp/t/mailtest/reset/x")]
    [InlineData("http://localhost:5080", "own.example.jp", "http://localhost:5080/t/mailtest/reset/x")]
    public void TR_11_Links_ComeFromConfigurationAndProfile(string baseUrl, string? host, string link)
    {
        var tenant = new PortalTenant(Guid.CreateVersion7(), false, 1, MailTenant.Profile with { Host = host });

        MailTenant.Links(baseUrl).To(tenant, "/reset/x").AbsoluteUri.ShouldBe(link);
    }

    [Theory]
    [InlineData("https://portal.example.jp", false, true)]
    [InlineData("https://localhost", false, true)]
    [InlineData("http://portal.example.jp", false, false)]
    [InlineData("http://portal.example.jp", true, false)]
    [InlineData("http://localhost:5080", false, false)]
    [InlineData("http://localhost:5080", true, true)]
    [InlineData("http://127.0.0.1:5080", true, true)]
    [InlineData("ftp://portal.example.jp", true, false)]
    [InlineData("https://user@portal.example.jp", false, false)]
    [InlineData("https://portal.example.jp/?a=b", false, false)]
    [InlineData(null, true, false)]
    public void ML_02_OnlyHttps_ButForDemonstrationsOnThisMachine(string? baseUrl, bool demo, bool usable) =>
        new SiteOptions { BaseUrl = baseUrl is null ? null : new Uri(baseUrl), Demo = demo }.HasUsableBaseUrl.ShouldBe(usable);
}
