using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.SignIn;
using Portal.Web.Jobs;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Mail;

public sealed class NoticeTests : IAsyncLifetime
{
    private const string Owner = "owner@example.jp";
    private PortalApp app = null!;
    private Guid userId;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        await MailTenant.AddAsync(app);
        userId = await new Account(MailTenant.Slug, "N0001002") { Email = Owner, Keyword = "Keyword1357" }.AddToAsync(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task LOCK_7_OneMailALock_SayingSinceWhenFromWhereAndHowToGetBackIn()
    {
        for (var i = 0; i < 7; i++)
        {
            await FailAsync();
        }

        var mail = (await app.MailsAsync(Owner)).Single();

        mail.Subject.ShouldBe("アカウントをロックしました｜試験ポータル");
        mail.Text.ShouldContain("2026年5月13日（水） 10:00（日本時間）");
        mail.Text.ShouldContain("198.51.100.7");
        mail.Text.ShouldContain("2026年5月13日（水） 10:20（日本時間）を過ぎてから");
        mail.Text.ShouldContain("ロックの解除を依頼する");
        mail.Text.ShouldContain("https://localhost/t/mailtest/unlock");
        mail.Text.ShouldContain("末尾が002のID");
        mail.Text.ShouldNotContain("N0001002");
    }

    [Fact]
    public async Task ML_07_AForcedChangeIsTheOwnersOwnAct_AndTheBrowserHasAName()
    {
        await app.InTenantAsync(MailTenant.Slug, async services =>
        {
            var user = await UserAsync(services);
            var actor = services.GetRequiredService<AuditActor>();
            actor.ActAs(ActorKind.User, user.UserName!, user.Id);
            actor.Browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";
            services.GetRequiredService<AuditLog>().Record(AuditKinds.PasswordChanged, AuditSubject.Of(user), "TemporaryPassword");
        });

        var mail = (await app.MailsAsync(Owner)).Single();

        mail.Text.ShouldContain("操作した人: 本人");
        mail.Text.ShouldContain("Chrome 141 (Linux)");
        mail.Text.ShouldNotContain("Mozilla/");
    }

    [Fact]
    public async Task LOCK_7_TheMail_IsInTheOwnersLanguage_AndTheNextLockHasItsOwn()
    {
        await app.InTenantAsync(MailTenant.Slug, async services => (await UserAsync(services)).Language = "en");
        for (var i = 0; i < 5; i++)
        {
            await FailAsync();
        }

        app.Time.Advance(TimeSpan.FromMinutes(21));
        for (var i = 0; i < 5; i++)
        {
            await FailAsync();
        }

        (await app.MailsAsync(Owner)).Select(mail => mail.Subject)
            .ShouldBe(["Your account has been locked | Test portal", "Your account has been locked | Test portal"]);
    }

    [Fact]
    public async Task LOCK_7_WithoutAnAddress_ThereIsNoMail()
    {
        await app.InTenantAsync(MailTenant.Slug, async services => (await UserAsync(services)).Email = null);
        for (var i = 0; i < 5; i++)
        {
            await FailAsync();
        }

        (await app.MailsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task LOCK_4_AReleaseByAPerson_IsMailed_OneByTimeIsNot()
    {
        for (var i = 0; i < 5; i++)
        {
            await FailAsync();
        }

        await app.InTenantAsync(MailTenant.Slug, async services =>
        {
            services.GetRequiredService<AuditActor>().ActAs(ActorKind.Staff, "staff", Guid.CreateVersion7());
            (await services.GetRequiredService<LockoutService>().ReleaseAsync(await UserAsync(services))).ShouldBe(ReleaseOutcome.Released);
        });
        (await SubjectsAsync()).ShouldBe(["アカウントをロックしました", "ロックを解除しました"]);
        (await app.MailsAsync(Owner))[1].Text.ShouldContain("操作した人: サービスの担当者");

        for (var i = 0; i < 5; i++)
        {
            await FailAsync();
        }

        app.Time.Advance(TimeSpan.FromHours(2));
        await app.Services.GetRequiredService<LapseRound>().RunOnceAsync(CancellationToken.None);
        (await SubjectsAsync()).Count(subject => subject == "ロックを解除しました").ShouldBe(1);
    }

    [Theory]
    [InlineData(TemporaryPasswordOrigin.Manager, 1)]
    [InlineData(TemporaryPasswordOrigin.Staff, 1)]
    [InlineData(TemporaryPasswordOrigin.Mail, 0)]
    public async Task TEMP_2_ATemporaryPasswordByAPerson_IsToldWithoutThePassword(TemporaryPasswordOrigin origin, int mails)
    {
        var password = await app.IssueTemporaryPasswordAsync(MailTenant.Slug, userId, origin);

        var sent = await app.MailsAsync(Owner);
        sent.Count.ShouldBe(mails);
        sent.ShouldAllBe(mail => !mail.Text.Contains(password) && !mail.Html.Contains(password));
    }

    [Fact]
    public async Task MAIL_3_ML_07_AChangedAddress_IsToldToOldAndNew()
    {
        await app.InTenantAsync(MailTenant.Slug, async services =>
            await services.GetRequiredService<RecoveryDetailsService>().SetEmailAsync(await UserAsync(services), "new@example.jp"));

        (await app.MailsAsync(Owner)).Single().Subject.ShouldStartWith("メールアドレスを変更しました");
        (await app.MailsAsync("new@example.jp")).Single().Subject.ShouldStartWith("メールアドレスを登録しました");
    }

    [Theory]
    [InlineData(AuditKinds.PasswordChanged, "パスワードを変更しました")]
    [InlineData(AuditKinds.PasswordVoided, "パスワードを使えなくしました")]
    [InlineData(AuditKinds.KeywordChanged, "キーワードを変更しました")]
    [InlineData(AuditKinds.UserDisabled, "ログインを停止しました")]
    [InlineData(AuditKinds.UserEnabled, "ログインを再開しました")]
    [InlineData(AuditKinds.ValidityNoticeSent, "IDの有効期限が近づいています")]
    [InlineData(AuditKinds.DormantNoticeSent, "長い間ログインのないIDがあります")]
    [InlineData(AuditKinds.SignedIn, null)]
    [InlineData(AuditKinds.SignInFailed, null)]
    public async Task PASS_3_OPER_7_EventsOfTheTable_AreTold_OthersAreNot(string kind, string? subject)
    {
        await RecordAsync(kind);

        (await SubjectsAsync()).ShouldBe(subject is null ? [] : [subject]);
    }

    [Fact]
    public async Task ML_03_AnEventThatIsRolledBack_IsNotTold()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => app.InTenantAsync(MailTenant.Slug, async services =>
        {
            services.GetRequiredService<AuditLog>().Record(AuditKinds.PasswordChanged, AuditSubject.Of(await UserAsync(services)));
            throw new InvalidOperationException("The change failed.");
        }));

        (await app.MailsAsync()).ShouldBeEmpty();
    }

    private Task RecordAsync(string kind) => app.InTenantAsync(MailTenant.Slug, async services =>
        services.GetRequiredService<AuditLog>().Record(kind, AuditSubject.Of(await UserAsync(services))));

    private async Task<List<string>> SubjectsAsync() => [.. (await app.MailsAsync(Owner)).Select(mail => mail.Subject.Split('｜')[0])];

    private Task<PortalUser> UserAsync(IServiceProvider services) =>
        services.GetRequiredService<PortalDbContext>().Users.SingleAsync(user => user.Id == userId);

    private Task FailAsync() => app.WithServicesAsync(async services =>
    {
        var tenant = (await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(MailTenant.Slug))!;
        services.GetRequiredService<TenantScope>().Use(tenant.Id);
        services.GetRequiredService<CurrentTenant>().Set(tenant);
        services.GetRequiredService<AuditActor>().Address = "198.51.100.7";
        await services.GetRequiredService<SignInService>()
            .SignInAsync(new SignInRequest(tenant.Profile.Doors[0], "N0001002", null, "Wrong1357-Tiger", KnownAccounts.None));
    });
}
