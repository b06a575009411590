using Portal.TestKit.Web;
using Portal.Web.Audit.Verification;

namespace Portal.Web.Tests.Audit.Chain;

public sealed class VerifyingOnThePage : ChainTest
{
    private const string Address = "/admin/audit/verification";

    [Fact]
    public async Task ADMIN_7_TheAuditLogLeadsToItsVerification()
    {
        await PastAsync();
        var administrator = await AdministratorAsync();
        var page = await (await administrator.GetAsync("/admin/audit")).ClickAsync($"a[href='{Address}']");
        page.ShouldBeOk().ShouldShow("監査ログの検証");
        page.Texts("tbody th").Count.ShouldBe(2, "the two sites that this administrator looks after");

        var verified = await page.ClickAsync($"a[href='{Address}?tenant=control']");

        verified.ShouldBeOk().ShouldShow("封印したときのままです");
    }

    [Fact]
    public async Task ADMIN_7_EachLookIsRecordedInTheLogOfTheSite()
    {
        await PastAsync();
        await (await AdministratorAsync()).GetAsync(Address + "?tenant=control");
        var recorded = (await EventsAsync(VerificationEvents.AuditVerified)).ShouldHaveSingleItem();
        (recorded.Tenant, recorded.Event.ActorName).ShouldBe((Control, AdministratorId));
        recorded.Event.Details.ShouldBe("""{"fromSeal":1,"events":50,"verdict":"intact"}""");
    }

    [Fact]
    public async Task ADMIN_7_InEnglishToo()
    {
        await PastAsync();
        var administrator = await AdministratorAsync();
        (await administrator.GetAsync(Address + "?tenant=control&culture=en")).ShouldBeOk().ShouldShow("is as it was sealed");
        (await administrator.GetAsync(Address + "?tenant=security&culture=en")).ShouldBeOk().ShouldShow("not sealed yet");
    }

    [Fact]
    public async Task AU_09_OnlyLogsWithinReachAreVerified_AndByAdministratorsAlone()
    {
        var administrator = await AdministratorAsync();
        (await administrator.GetAsync(Address + "?tenant=rental")).ShouldBeNotFound();
        (await administrator.GetAsync(Address + "?tenant=admin")).ShouldBeNotFound();
        (await administrator.GetAsync(Address + "?tenant=nowhere")).ShouldBeNotFound();
        (await (await AgentAsync()).GetAsync(Address)).ShouldBeForbidden();
        (await (await SystemAdministratorAsync()).GetAsync(Address + "?tenant=admin")).ShouldBeOk();
        (await App.CreateBrowser().GetAsync(Address)).ShouldRedirectTo("/admin/login?returnUrl=%2Fadmin%2Faudit%2Fverification");
    }
}
