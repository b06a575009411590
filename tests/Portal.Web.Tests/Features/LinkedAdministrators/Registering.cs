using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Recovery;
using Portal.Web.Jobs;

namespace Portal.Web.Tests.Features.LinkedAdministrators;

public sealed partial class Registering : LinkedTest
{
    private const string Register = Base + "/register";
    private const string New = "shinki@example.com";

    [Fact]
    public async Task LINK_3_AddressThenLinkThenPassword()
    {
        var guest = App.CreateBrowser();
        var door = (await guest.GetAsync(Base + "/login/email")).ShouldBeOk();
        var asked = await AskAsync(guest, New);
        var sent = (await asked.ShouldRedirectTo(Register + "/sent").FollowAsync()).ShouldBeOk().ShouldShow("次の手順を送りました");
        (await App.World.Accounts.IdOfAsync(New)).ShouldBe(Guid.Empty);
        await WorkAsync();

        door.Has("a[href$='/register']").ShouldBeTrue();
        var page = await (await guest.GetAsync(await LinkAsync(New))).FollowAsync();
        page.ShouldBeOk().ShouldShow(New);
        page.Address.AbsolutePath.ShouldBe(Register + "/confirm");
        var done = await page.Form().Fill("New", "Neko2468-Tiger").Fill("Again", "Neko2468-Tiger").SubmitAsync();
        var ready = (await done.ShouldRedirectTo(Register + "/confirm/done?door=email").FollowAsync()).ShouldBeOk()
            .ShouldShow("設定したパスワードでログインできます");
        foreach (var end in new[] { sent, ready })
        {
            (await guest.GetAsync(end.Find("main a.p-button").GetAttribute("href")!)).Address.AbsolutePath.ShouldBe(Base + "/login/email");
        }

        var home = await guest.SignInAsync(Tenant, New, "Neko2468-Tiger", door: "email");
        home.ShouldBeOk().ShouldShow("最初の管理者IDを連携してください");
        var id = await App.World.Accounts.IdOfAsync(New);
        (await App.World.Accounts.GetAsync(id)).Role.ShouldBe(AccountRole.LinkedManager);
        (await App.World.Accounts.HasConfirmedAddressAsync(id)).ShouldBeTrue();
        (await App.World.Audit.CountAsync("self-registration-asked", id)).ShouldBe(1);
    }

    [Fact]
    public async Task EN_06_ARegisteredAddress_GetsTheSameAnswer_AndItsOwnerAloneIsTold()
    {
        var guest = App.CreateBrowser();
        var free = await AskAsync(guest, New);
        var taken = await AskAsync(guest, ManagerId);

        (taken.Status, taken.Location).ShouldBe((free.Status, free.Location));
        taken.SetCookies.Count.ShouldBe(free.SetCookies.Count);
        await WorkAsync();

        (await App.MailsAsync(ManagerId)).ShouldHaveSingleItem().Subject.ShouldContain("登録済み");
        (await App.World.Accounts.CountNamedAsync("keiri@")).ShouldBe(1);
    }

    [Fact]
    public async Task LINK_3_ASecondLink_ReplacesTheFirst_AndMakesNoSecondAccount()
    {
        var guest = App.CreateBrowser();
        await AskAsync(guest, New);
        await WorkAsync();
        var first = await LinkAsync(New);
        await AskAsync(guest, New.ToUpperInvariant());
        await WorkAsync();

        (await (await guest.GetAsync(first)).FollowAsync()).ShouldBeNotFound().ShouldShow("もう一度登録");
        (await App.World.Accounts.CountNamedAsync(New)).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "メールアドレスを入力してください")]
    [InlineData("kein-klammeraffe", "「name@example.com」の形式で入力してください")]
    public async Task LINK_3_BadInput_IsSaidInWords(string typed, string words)
    {
        (await AskAsync(App.CreateBrowser(), typed)).ShouldBeRefused().ShouldShow(words);
        (await App.World.Accounts.CountNamedAsync("kein")).ShouldBe(0);
    }

    [Fact]
    public async Task LINK_3_WhoSetsNoPassword_IsForgottenAfterAWeek()
    {
        await AskAsync(App.CreateBrowser(), New);
        await WorkAsync();
        (await App.World.Accounts.CountNamedAsync(New)).ShouldBe(1);
        App.Time.Advance(TimeSpan.FromDays(8));

        await App.Services.GetRequiredService<CleanUpRound>().RunOnceAsync(CancellationToken.None);

        (await App.World.Accounts.CountNamedAsync(New)).ShouldBe(0);
        (await App.World.Accounts.CountNamedAsync(ManagerId)).ShouldBe(1);
        (await App.World.Audit.ReadAsync("user-removed",
            happened => happened.ActorName + " " + happened.SubjectName + " " + happened.Reason)).ShouldBe($"clean-up {New} NoPassword");
        (await App.MailsAsync(New)).ShouldBeEmpty("nobody is told that nothing came of it");
    }

    [Fact]
    [Trait("Review", "F11")]
    public async Task LINK_3_WhoHasALiveTemporaryPassword_IsNotForgotten()
    {
        await AskAsync(App.CreateBrowser(), New);
        await WorkAsync();
        var id = await App.World.Accounts.IdOfAsync(New);
        App.Time.Advance(TimeSpan.FromDays(8));
        await App.InTenantAsync(Tenant, services =>
        {
            var now = App.Time.GetUtcNow();
            services.GetRequiredService<PortalDbContext>().TemporaryPasswords.Add(new TemporaryPassword
            {
                Id = Guid.CreateVersion7(),
                UserId = id,
                Hash = "x",
                IssuedAt = now,
                ExpiresAt = now.AddDays(1),
            });
            return Task.CompletedTask;
        });

        await App.Services.GetRequiredService<CleanUpRound>().RunOnceAsync(CancellationToken.None);
        (await App.World.Accounts.CountNamedAsync(New)).ShouldBe(1);

        App.Time.Advance(TimeSpan.FromDays(2));
        await App.Services.GetRequiredService<CleanUpRound>().RunOnceAsync(CancellationToken.None);
        (await App.World.Accounts.CountNamedAsync(New)).ShouldBe(0);
    }

    [Fact]
    public async Task LINK_3_OtherTenants_HaveNoSuchPage() =>
        (await App.CreateBrowser().GetAsync("/t/control/register")).ShouldBeNotFound();

    private static async Task<PortalPage> AskAsync(PortalBrowser guest, string email) =>
        await (await guest.GetAsync(Register)).ShouldBeOk().Form().Fill("Email", email).SubmitAsync();

    private Task WorkAsync() => App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);

    private async Task<string> LinkAsync(string to) =>
        Link().Match((await App.MailsAsync(to))[^1].Text).Value.Replace("https://localhost", "", StringComparison.Ordinal);

    [System.Text.RegularExpressions.GeneratedRegex("https://localhost/t/officephone/register/confirm/[A-Za-z0-9_-]+")]
    private static partial System.Text.RegularExpressions.Regex Link();
}
