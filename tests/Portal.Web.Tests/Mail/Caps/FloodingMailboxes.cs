using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Tests.Features.Operators;

namespace Portal.Web.Tests.Mail.Caps;

/// <summary>A contract administrator of tenant `security` uses the portal to send mail to others.</summary>
[Trait("Review", "S10")]
public sealed class FloodingMailboxes : ContactsTest
{
    private const string Victim = "victim@third.example.org";
    private const string TooMany = "メールの送信が続いたため、いまは送れません";

    private Task<Guid> InvitedAsync(string id = "victim@example.jp.cs", string email = Victim) => new Account(Tenant, id)
    {
        Contract = "N900000001",
        Email = email,
        Password = null,
        With = user => user.InvitedAt = App.Time.GetUtcNow(),
    }.AddToAsync(App);

    private Task<long> MailsToAsync(string address) =>
        App.World.Mails.CountToAsync(address);

    private async Task<PortalPage> SendAsync(PortalBrowser manager, Guid id, string act) =>
        await (await ConfirmAsync(manager, Page(id, act))).ShouldRedirectTo(Page(id)).FollowAsync();

    [Fact]
    public async Task ML_08_SixtyInvitationsAtOnceOnTwoNodesAreOneMail()
    {
        var id = await InvitedAsync();
        await using var second = App.SecondNode();
        var manager = await SignedInAsync(ManagerId);
        var page = (await manager.GetAsync(Page(id, "invitation"))).ShouldBeOk();
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() =>
            page.Form().SubmitAsync(by: i % 2 == 0 ? manager : manager.At(second)))));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther || answer.Status == HttpStatusCode.ServiceUnavailable);
        (await MailsToAsync(Victim)).ShouldBe(1);
        (await EventsAsync("invitation-sent", id)).ShouldBe(1);
        (await EventsAsync("mail-withheld", id)).ShouldBe(answers.Count(answer => answer.Status == HttpStatusCode.SeeOther) - 1);
    }

    [Fact]
    public async Task ML_08_SixtyMailsToSixtyMailboxesAtOnceOnTwoNodesAreFive()
    {
        await using var second = App.SecondNode();
        var manager = await SignedInAsync(ManagerId);
        var forms = new List<PortalForm>();
        for (var i = 0; i < 60; i++)
        {
            var id = await InvitedAsync($"victim{i}@example.jp.cs", $"victim{i}@third{i % 7}.example.org");
            forms.Add((await manager.GetAsync(Page(id, "invitation"))).ShouldBeOk().Form());
        }

        await Task.WhenAll(forms.Select((form, i) => Task.Run(() => form.SubmitAsync(by: i % 2 == 0 ? manager : manager.At(second)))));

        (await App.World.Mails.CountOfAsync("invitation")).ShouldBe(5);
        (await EventsAsync("invitation-sent")).ShouldBe(5);
    }

    [Fact]
    public async Task ML_08_TheSameInvitationWaitsFiveMinutes_ItsLinkLivesOn_AndThePageSaysSo()
    {
        var id = await InvitedAsync();
        var manager = await SignedInAsync(ManagerId);
        (await SendAsync(manager, id, "invitation")).ShouldShow("に招待メールを送りました");
        (await SendAsync(manager, id, "invitation")).ShouldShow(TooMany).ShouldNotShow("に招待メールを送りました");
        (await App.World.Links.CountAsync(link => link.UserId == id && link.EndedAt == null))
            .ShouldBe(1);

        App.Time.Advance(TimeSpan.FromMinutes(5));
        (await SendAsync(manager, id, "invitation")).ShouldShow("に招待メールを送りました");
        (await MailsToAsync(Victim)).ShouldBe(2);
        (await App.World.Audit.ReadAsync("mail-withheld", happened => happened.Reason))
            .ShouldBe("MailPause");
    }

    [Fact]
    public async Task ML_08_FiveResetLinksAnHour_TheOwnersOwnMailsGoOutAllTheSame()
    {
        var manager = await SignedInAsync(ManagerId);
        for (var i = 0; i < 5; i++)
        {
            (await SendAsync(manager, Member, "reset-link")).ShouldNotShow(TooMany);
            App.Time.Advance(TimeSpan.FromMinutes(6));
        }

        (await SendAsync(manager, Member, "reset-link")).ShouldShow(TooMany);
        var before = await MailsToAsync("hanako@example.jp");
        await App.InTenantAsync(Tenant, services => Notices.RecordAsync(services, Member, "password-changed", "locked"));
        (await MailsToAsync("hanako@example.jp")).ShouldBe(before + 2);

        App.Time.Advance(TimeSpan.FromMinutes(31));
        (await SendAsync(manager, Member, "reset-link")).ShouldNotShow(TooMany);
    }

    [Fact]
    public async Task ML_08_ANewContactWhoseMailboxHadEnoughIsRegisteredButNotInvited_AndThePageSaysSo()
    {
        for (var i = 0; i < 5; i++)
        {
            (await RegisterAsync(i)).ShouldShow("招待メールを送りました");
        }

        (await RegisterAsync(5)).ShouldShow("招待メールは送っていません").ShouldShow("招待中");
        (await EventsAsync("user-registered")).ShouldBe(6);
        (await App.World.Mails.CountOfAsync("invitation")).ShouldBe(5);

        App.Time.Advance(TimeSpan.FromHours(1));
        (await SendAsync(await SignedInAsync(ManagerId), await IdOfAsync("v.ictim+5@third.example.org.cs"), "invitation"))
            .ShouldShow("に招待メールを送りました");
    }

    [Fact]
    public async Task ML_08_ANewIdThatCouldNotBeToldIsNotGiven()
    {
        var manager = await SignedInAsync(ManagerId);
        for (var i = 0; i < 5; i++)
        {
            (await RenameAsync(manager, $"prize{i}@example.jp.cs")).ShouldRedirectTo(Page(Member));
        }

        (await RenameAsync(manager, "prize5@example.jp.cs")).ShouldBeRefused().ShouldShow(TooMany);
        (await UserAsync(user => user.UserName, Member)).ShouldBe("prize4@example.jp.cs");
        (await MailsToAsync("hanako@example.jp")).ShouldBe(5);
    }

    private async Task<PortalPage> RenameAsync(PortalBrowser manager, string loginId)
    {
        var check = await (await manager.GetAsync(Page(Member, "login-id"))).ShouldBeOk().Form(Form).Fill("LoginId", loginId)
            .SubmitAsync("確認へ進む");
        return await check.ShouldBeOk().Form(Form).SubmitAsync("変更");
    }

    [Theory]
    [InlineData("www.prize.example")]
    [InlineData("win@prize.example")]
    public async Task ML_08_AnIdThatTheSenderChoseIsNoLinkInTheMail(string id)
    {
        var manager = await SignedInAsync(ManagerId);
        await SendAsync(manager, await InvitedAsync(id), "invitation");

        var mail = (await App.MailsAsync(Victim)).ShouldHaveSingleItem();
        foreach (var text in new[] { mail.Text, WebUtility.HtmlDecode(mail.Html) })
        {
            text.ShouldNotContain(id);
            text.ShouldNotContain("prize.example");
            text.Replace("\u200B", "", StringComparison.Ordinal).ShouldContain(id);
        }
    }

    private async Task<PortalPage> RegisterAsync(int number)
    {
        var manager = await SignedInAsync(ManagerId);
        var check = await (await manager.GetAsync(List + "/new")).ShouldBeOk().Form(Form)
                .Fill("Email", $"v.ictim+{number}@third.example.org")
            .Fill("FamilyName", "新田").Fill("GivenName", "一郎").SubmitAsync("確認へ進む");
        return await (await check.ShouldBeOk().Form(Form).SubmitAsync("追加して招待メールを送信")).FollowAsync();
    }
}
