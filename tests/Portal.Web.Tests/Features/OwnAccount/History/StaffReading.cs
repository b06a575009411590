using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Export;
using Portal.Web.Features.Admin;
using Portal.Web.Tests.Features.Admin;

namespace Portal.Web.Tests.Features.OwnAccount.History;

public sealed class StaffReading : StaffTest
{
    [Fact]
    public async Task HIST_4_AU_09_TheStaffReadsTheHistoryOfItsTenantsUsersAndThatIsRecorded()
    {
        var user = await new Account(Control, "N0009001").AddToAsync(App);
        var foreign = await new Account(Rental, "r900001") { Email = "a@rental.example.jp" }.AddToAsync(App);
        await App.CreateBrowser().TrySignInAsync(Control, "N0009001", "Wrong2468-Horse");
        var agent = await AgentAsync();

        var page = await (await agent.GetAsync($"/admin/users/control/{user}")).ClickAsync("ログイン履歴を表示");

        page.ShouldBeOk().ShouldShow("N0009001のログイン履歴").ShouldShow("ログインの失敗").ShouldShow("203.0.113.10");
        (await EventsAsync(StaffEvents.UserViewed))
            .ShouldContain(recorded => recorded.Tenant == Control && recorded.Event.Reason == "sign-in-history"
                && recorded.Event.SubjectId == user);
        (await page.Form("form[action$=export]").SubmitAsync("CSVで保存")).ShouldBeOk().ShouldShow("N0009001");
        var exported = (await EventsAsync(ExportEvents.Exported)).ShouldHaveSingleItem();
        (exported.Tenant, exported.Event.SubjectId, exported.Event.ActorKind).ShouldBe((Control, user, ActorKind.Staff));
        (await agent.GetAsync($"/admin/users/rental/{foreign}/login-history")).ShouldBeNotFound();
        (await agent.GetAsync($"/admin/users/control/{foreign}/login-history")).ShouldBeNotFound();
    }
}
