using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Admin;

/// <summary>The staff starts resets and invites again (ADMIN-2); it never sees the link.</summary>
public sealed class SendingLinks : StaffTest
{
    private const string Address = "taro@example.jp";

    private Task<Guid> AddAsync(bool invited = false, bool disabled = false) => new Account(Security, Address + ".cs")
    {
        Contract = "N900000001",
        Email = Address,
        Password = invited ? null : Account.UsualPassword,
        With = user => (user.InvitedAt, user.DisabledAt) = (invited ? App.Time.GetUtcNow() : null, disabled ? App.Time.GetUtcNow() : null),
    }.AddToAsync(App);

    private static async Task<PortalPage> SendAsync(PortalBrowser staff, Guid id, string reason = "本人を確認") =>
        await (await staff.GetAsync(PathOf(Security, id) + "/reset-link")).ShouldBeOk().Form().Fill("Form.Reason", reason).SubmitAsync();

    [Fact]
    public async Task ADMIN_2_AResetIsStartedWithAReason()
    {
        var id = await AddAsync();
        var agent = await AgentAsync();
        (await agent.GetAsync(PathOf(Security, id) + "/reset-link")).ShouldBeOk().ShouldShow("現在のパスワードは、再設定されるまで使えます")
            .ShouldNotShow("招待");
        var answer = await SendAsync(agent, id);
        (await answer.FollowAsync()).ShouldShow("案内を送りました").ShouldNotShow("/reset/");

        (await EventsAsync("reset-link-sent")).ShouldHaveSingleItem().Event.Reason.ShouldBe("本人を確認");
        (await App.MailsAsync(Address)).ShouldHaveSingleItem().Text.ShouldContain("/t/security/reset/");
    }

    [Fact]
    public async Task ADMIN_2_WhoHasNoPasswordYetIsInvitedAgain()
    {
        var id = await AddAsync(invited: true);
        var agent = await AgentAsync();
        (await agent.GetAsync(PathOf(Security, id) + "/reset-link")).ShouldBeOk().ShouldShow("招待をもう一度送信")
            .ShouldShow("招待メールを送ります").ShouldNotShow("現在のパスワード").ShouldNotShow("再設定のリンク");
        await SendAsync(agent, id);

        (await EventsAsync("reset-link-sent")).ShouldBeEmpty();
        (await EventsAsync("invitation-sent")).ShouldHaveSingleItem().Tenant.ShouldBe(Security);
        (await App.MailsAsync(Address)).ShouldHaveSingleItem().Text.ShouldContain("/t/security/invite/");
    }

    [Fact]
    public async Task ADMIN_2_AReasonIsNeeded_AndADisabledAccountGetsNoLink()
    {
        var id = await AddAsync(disabled: true);
        var agent = await AgentAsync();
        (await SendAsync(agent, id, " ")).ShouldBeRefused();
        (await (await SendAsync(agent, id)).FollowAsync()).ShouldShow("案内を送れません");
        (await App.MailsAsync(Address)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AZ_01_OutOfReachAndWithoutTheRoad_ThereIsNoSuchPage()
    {
        var foreign = await new Account(Rental, "R900001") { Email = Address }.AddToAsync(App);
        var operatorId = await new Account(Control, "N0009001") { Email = Address }.AddToAsync(App);
        var agent = await AgentAsync();
        (await agent.GetAsync(PathOf(Rental, foreign) + "/reset-link")).ShouldBeNotFound();
        (await agent.GetAsync(PathOf(Control, operatorId) + "/reset-link")).ShouldBeNotFound();
    }
}
