using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tests.Features.Admin.TenantPolicies;

namespace Portal.Web.Tests.Features.Admin.Tenants;

/// <summary>No tenant is served at the portal's own host, where all others and the staff are (ADMIN-10).</summary>
public sealed class KeepingTheOwnHost : PolicyTest
{
    private const string Own = "portal.example.jp";
    private const string Said = "このポータル自身のホスト名は使えません";

    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Portal:BaseUrl"] = "https://" + Own };

    [Theory]
    [InlineData("Portal.EXAMPLE.jp")]
    [InlineData("localhost")]
    [InlineData("clinic.localhost")]
    public async Task ADMIN_10_TheFormRefusesIt(string host)
    {
        var page = await (await SystemAdministratorAsync()).GetAsync("/admin/new-tenant?from=rental");

        (await page.ShouldBeOk().Form().Fill("Host", host).SubmitAsync()).ShouldBeRefused().ShouldShow(Said);

        (await EventsAsync(ProfileEvents.Created)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_10_SITE_2_AFileOfANewSiteRefusesIt()
    {
        (await UploadAsync(await SystemAdministratorAsync(), await FileAsync("Portal.Example.JP"), "/admin/new-tenant/file"))
            .ShouldBeRefused().ShouldShow(Said);
    }

    [Fact]
    public async Task ADMIN_10_SITE_2_AFileOfASiteThatIsThereRefusesIt()
    {
        var check = await UploadAsync(await SystemAdministratorAsync(), profile => profile with { Host = Own });

        (await SaveAsync(check)).ShouldBeRefused().ShouldShow("host");

        (await ProfileAsync()).Host.ShouldBeNull();
    }

    [Fact]
    public async Task ADMIN_10_WhatIsStoredAllTheSame_TakesOverNothing()
    {
        await App.ChangeProfileAsync(Control, profile => profile with { Host = Own });

        (await AtOwnHostAsync("/admin/login")).ShouldBeOk().ShouldNotShow("回線コントロール");
        (await AtOwnHostAsync("/t/rental/login")).ShouldBeOk().ShouldShow("レンタル会員ご注文サイト");
        (await AtOwnHostAsync("/t/control/login")).ShouldBeOk().ShouldShow("回線コントロール");
    }

    [Fact]
    public async Task ADMIN_10_AHostThatDiffersInCaseAlone_IsAnothers()
    {
        var staff = await SystemAdministratorAsync();
        await SaveAsync(await UploadAsync(staff, profile => profile with { Host = "lines.example.jp" }));

        (await UploadAsync(staff, await FileAsync("Lines.Example.JP"), "/admin/new-tenant/file")).ShouldBeRefused()
            .ShouldShow("ほかのサイトが使っています");
    }

    private async Task<PortalPage> AtOwnHostAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = Own;
        return await App.CreateBrowser().SendAsync(request);
    }

    /// <summary>As somebody wrote it.</summary>
    private async Task<string> FileAsync(string host) => ProfileJson.Write(await ProfileAsync(Rental) with { Slug = "clinic" })
        .Replace("\"slug\": \"clinic\",", $"\"slug\": \"clinic\", \"host\": \"{host}\",", StringComparison.Ordinal);
}
