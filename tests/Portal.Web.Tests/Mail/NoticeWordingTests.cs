using System.Text.RegularExpressions;
using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Recovery.Registrations;
using Portal.Web.Features.Recovery.ResetLinks;
using Portal.Web.Features.Recovery.TemporaryPasswords;
using Portal.Web.Features.SignIn.SecondStep;
using Portal.Web.Features.SignInNotices;
using Portal.Web.Mail;
using Portal.Web.Mail.Notices;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Mail;

/// <summary>E1, D2: every mail there is, in both languages.</summary>
public sealed partial class NoticeWordingTests
{
    private const int LongestSubject = 40;
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly TenantProfile Everything = MailTenant.Profile with
    {
        Lockout = new LockoutProfile(5, LockoutEnds.UntilReleased, ReleasedBy: ["temporaryPassword", "reset", "manager", "staff"]),
        TemporaryPassword = new TemporaryPasswordProfile(24, 3, true, true, true, true),
        Recovery = new RecoveryProfile("keyword"),
        Operators = new OperatorsProfile(Word, Word, Word, Word, [], [], "main", DormantDays: 400, DisableDormant: true),
    };

    private static readonly TenantProfile Little = MailTenant.Profile with
    {
        Lockout = new LockoutProfile(10, LockoutEnds.Void, ReleasedBy: ["temporaryPassword"]),
        TemporaryPassword = new TemporaryPasswordProfile(24, 3, ByPhone: true, ByStaff: true),
        Contact = [],
    };

    private static readonly NoticeContribution[] Rooms =
    [
        .. typeof(NoticeContribution).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(NoticeContribution)))
            .Select(type => (NoticeContribution)Activator.CreateInstance(type)!),
    ];

    private static PortalUser Owner => new() { Door = "main", UserName = "N0001002" };

    private static LocalText Word => new("親オペレーター", "parent operator");

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void EveryMail_KeepsToTheWordingRules(string language)
    {
        foreach (var (mail, profile) in All())
        {
            var composed = MailComposer.Compose(mail, MailTenant.Reader(language, profile: profile));
            composed.Subject.Split('｜', '|')[0].Length.ShouldBeLessThanOrEqualTo(language == "ja" ? LongestSubject : 2 * LongestSubject,
                composed.Subject);
            (language == "ja" ? StiffJapanese() : StiffEnglish()).Matches(composed.Text).ShouldBeEmpty(composed.Text);
            composed.Text.ShouldNotContain("Mozilla/");
            if (language == "en")
            {
                composed.Text.IndexOfAny(['：', '（', '）', '、', '。']).ShouldBe(-1, composed.Text);
            }

            composed.Html.ShouldContain("<h1>");
            composed.Html.ShouldNotContain(" style=");
            Links().Matches(composed.Html)
                .ShouldAllBe(link => link.Value.StartsWith("href=\"https://portal.example.jp/t/mailtest/", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void LOCK_3_InModeVoid_OnlyATemporaryPasswordIsOffered()
    {
        var text = MailComposer.Compose(new VoidedNotice(Cause(AuditKinds.PasswordVoided)), MailTenant.Reader(profile: Little)).Text;

        text.ShouldContain("電話回線から電話をかけて");
        text.ShouldContain("問い合わせ先に、仮パスワードの発行を依頼する");
        text.ShouldNotContain("解除を依頼");
        text.ShouldNotContain("/unlock");
    }

    [Fact]
    public void LOCK_7_ALockWithoutAnEnd_NamesNoTime()
    {
        var text = MailComposer.Compose(new LockedNotice(Cause(AuditKinds.Locked), null), MailTenant.Reader(profile: Everything)).Text;

        text.ShouldContain("親オペレーターに、ロックの解除を依頼する");
        text.ShouldContain("ロック解除の手続きで仮パスワードをメールで受け取り");
        text.ShouldNotContain("を過ぎてから");
    }

    [Fact]
    public void LOCK_7_WithoutAKeyword_NobodyIsSentToTheFormThatAsksForIt()
    {
        var cause = Cause(AuditKinds.Locked);
        cause.User.KeywordHash = null;
        var text = MailComposer.Compose(new LockedNotice(cause, null), MailTenant.Reader(profile: Everything)).Text;

        text.ShouldNotContain("ロック解除の手続きで");
        text.ShouldNotContain("/unlock");
        text.ShouldContain("親オペレーターに、ロックの解除を依頼する");
    }

    [Fact]
    public void LOCK_7_WhereNobodyElseManages_NobodyIsSentToAManager()
    {
        var cause = Cause(AuditKinds.Locked) with { HasManager = false };
        var text = MailComposer.Compose(new LockedNotice(cause, null), MailTenant.Reader(profile: Everything)).Text;

        text.ShouldNotContain("親オペレーターに");
        text.ShouldContain("問い合わせ先に、ロックの解除を依頼する");
    }

    [Theory]
    [InlineData(AccountRole.Member, "操作した人: ほかの利用者")]
    [InlineData(AccountRole.LinkedManager, "操作した人: 連携中の管理者")]
    [InlineData(AccountRole.Manager, "操作した人: 親オペレーター")]
    [InlineData(null, "操作した人: 親オペレーター")]
    public void ML_07_WhoDidItIsCalledWhatItIs(AccountRole? role, string by)
    {
        var cause = Cause(AuditKinds.Released) with { ActorRole = role };
        (cause.Event.ActorKind, cause.Event.ActorId) = (ActorKind.User, Guid.CreateVersion7());

        MailComposer.Compose(new AccountNotice(cause, "Released"), MailTenant.Reader(profile: Everything)).Text.ShouldContain(by);
    }

    [Theory]
    [InlineData(ActorKind.System, TemporaryPasswordOrigin.Mail, "操作した人: ログイン画面で仮パスワードの手続きをした人")]
    [InlineData(ActorKind.System, TemporaryPasswordOrigin.Phone, "操作した人: ご契約の回線からの電話")]
    [InlineData(ActorKind.User, TemporaryPasswordOrigin.Manager, "操作した人: 親オペレーター")]
    [InlineData(ActorKind.Staff, TemporaryPasswordOrigin.Staff, "操作した人: サービスの担当者")]
    public void LOCK_4_ML_07_WhatATemporaryPasswordReleased_NamesWhoAskedForIt(ActorKind actor, TemporaryPasswordOrigin origin, string by)
    {
        var cause = Cause(AuditKinds.Released);
        (cause.Event.ActorKind, cause.Event.ActorId, cause.Event.Reason) = (actor, Guid.CreateVersion7(), "TemporaryPassword");
        cause.Event.Details = $$"""{"by":"{{origin}}"}""";
        var mail = Rooms.SelectMany(room => room.Rows).Single(row => row.Kind == AuditKinds.Released).Mails(cause).Single().Mail;

        var text = MailComposer.Compose(mail, MailTenant.Reader(profile: Everything)).Text;

        text.ShouldContain(by);
        text.ShouldContain("新しい仮パスワードにより、アカウントのロックを解除しました");
        text.ShouldNotContain("仮パスワードの発行による解除");
    }

    [Theory]
    [InlineData("ja", "確認コード")]
    [InlineData("en", "code")]
    public void LOCK_7_WhereNoCodesAreAsked_NoneWasMistyped(string language, string code)
    {
        PortalMail[] mails = [new LockedNotice(Cause(AuditKinds.Locked), null), new LocksSummedNotice(Cause(AuditKinds.LockMailsSummed))];
        var withCodes = Everything with { SecondFactor = new SecondFactorProfile(SecondFactorMode.Optional, ["app"]) };

        foreach (var mail in mails)
        {
            MailComposer.Compose(mail, MailTenant.Reader(language, profile: Everything)).Text.ShouldNotContain(code);
            MailComposer.Compose(mail, MailTenant.Reader(language, profile: withCodes)).Text.ShouldContain(code);
        }
    }

    [Fact]
    public void ML_01_ToAnAddressThatIsNotRegistered_NoMailSaysThatItIs()
    {
        PortalMail[] mails =
        [
            new RegistrationMail("token", Now.AddHours(1)),
            new AddressRemovedNotice(Cause(AuditKinds.EmailChanged)),
            Mail(AuditKinds.UserRemoved),
            Rooms.SelectMany(room => room.Rows).Single(row => row.Kind == AuditKinds.EmailChangeUndone)
                .Mails(Cause(AuditKinds.EmailChangeUndone)).First().Mail,
        ];

        foreach (var mail in mails)
        {
            var text = MailComposer.Compose(mail, MailTenant.Reader(profile: Everything)).Text;
            text.ShouldNotContain("登録されているメールアドレスに自動で");
            text.ShouldContain("ため、お送りしています");
        }
    }

    [Fact]
    public void TEMP_1_ML_07_MailsAboutAPassword_SayWhichAccountTheyAreAbout()
    {
        var cause = Cause(AuditKinds.PasswordReset);
        (cause.User.UserName, cause.User.FamilyName, cause.User.GivenName) = ("hanako@example.jp.cs", "試験", "花子");
        PortalMail[] mails =
        [
            new AccountNotice(cause, "PasswordReset"), new FailedStepNotice(cause), new ResetLinkNotice(cause, cause.Links![0]),
            new ResetLinkMail(cause.User, "token", Now.AddHours(1)), new ResetLaterMail(cause.User, Now.AddHours(1), false),
        ];

        foreach (var mail in mails)
        {
            var text = MailComposer.Compose(mail, MailTenant.Reader(profile: Everything)).Text;
            text.ShouldContain("氏名: 試験 花子");
            text.ShouldNotContain("hanako@example.jp.cs");
        }

        MailComposer.Compose(new ResetLinkMail(Owner, "token", Now.AddHours(1)), MailTenant.Reader(profile: Everything)).Text
            .ShouldContain("末尾が002のID");
    }

    [Fact]
    public void NOTICE_1_TheReport_NamesManagersOnlyWhereTheyRelease()
    {
        var mail = new DisownedReportMail("N0001002", "C-100001", Now, Now, "203.0.113.9", "Firefox");
        var peers = Everything with { Operators = Everything.Operators! with { EveryUser = true } };

        MailComposer.Compose(mail, MailTenant.Reader(profile: Everything)).Text.ShouldContain("管理者または担当者による解除");
        MailComposer.Compose(mail, MailTenant.Reader(profile: peers)).Text.ShouldNotContain("管理者または");
    }

    [Theory]
    [InlineData("ja", "これまでのパスワードは使えません", "2026年7月2日（木） 9:00")]
    [InlineData("en", "Your former password no longer works", "Thursday, 2 July 2026, 09:00")]
    public void TEMP_5_WhoIsGivenATemporaryPassword_ReadsThatTheFormerIsVoid_AndUntilWhenItLives(string language, string former,
        string until)
    {
        var text = MailComposer.Compose(Mail(AuditKinds.TemporaryPasswordIssued), MailTenant.Reader(language, profile: Everything)).Text;

        text.ShouldContain(former);
        text.ShouldContain(until);
    }

    [Theory]
    [InlineData(AuditKinds.PasswordChanged, true)]
    [InlineData(AuditKinds.FactorRemoved, true)]
    [InlineData(AuditKinds.InvitationSent, true)]
    [InlineData(AuditKinds.ValidityNoticeSent, false)]
    [InlineData(AuditKinds.DormantNoticeSent, false)]
    public void ML_07_NoticesOfActsWarnOfOthers_ThoseOfTimeDoNot(string kind, bool warns) =>
        MailComposer.Compose(Mail(kind), MailTenant.Reader(profile: Everything)).Text
            .Contains("このメールに心当たりがない場合", StringComparison.Ordinal).ShouldBe(warns);

    private const string Raised = """{"changes":{"role":["Agent","TenantAdministrator"],"tenants":[["a","b"],["b","c"]]}}""";
    private const string ToAll = """{"changes":{"role":["Agent","SystemAdministrator"],"tenants":[["a"],[]]}}""";
    private const string FromAll = """{"changes":{"role":["SystemAdministrator","Agent"],"tenants":[[],["a","gone"]]}}""";
    private const string ToNone = """{"changes":{"tenants":[["a","b"],[]]}}""";

    [Theory]
    [InlineData("ja", Raised, "役割: 担当者 → サイト管理者|追加された担当サイト: 丙|外れた担当サイト: 甲 · a")]
    [InlineData("en", Raised, "Role: Agent → Tenant administrator|Sites added: Third|Sites removed: First")]
    [InlineData("ja", ToAll, "役割: 担当者 → システム管理者|担当サイト: すべてのサイト")]
    [InlineData("en", FromAll, "Role: System administrator → Agent|Sites: First, gone")]
    [InlineData("ja", ToNone, "外れた担当サイト: 甲 · a、甲 · b")]
    public void ADMIN_11_TheStaffReadsWhatChangedOfItsRights(string language, string details, string said)
    {
        var cause = Cause(AuditKinds.PermissionsChanged) with
        {
            Sites = new Dictionary<string, LocalText> { ["a"] = new("甲", "First"), ["b"] = new("甲", "Second"), ["c"] = new("丙", "Third") },
        };
        (cause.Event.Details, cause.Event.ActorKind) = (details, ActorKind.Staff);
        var mail = Rooms.SelectMany(room => room.Rows).Single(row => row.Kind == AuditKinds.PermissionsChanged).Mails(cause).Single().Mail;

        var text = MailComposer.Compose(mail, MailTenant.Reader(language, profile: MailTenant.Profile with { Slug = "admin" })).Text;
        text.ShouldContain(said.Replace('|', '\n'));
        MailComposer.Compose(mail, MailTenant.Reader(language)).Text.ShouldNotContain(" → ");
    }

    [Theory]
    [InlineData(ActorKind.Staff, "staff", true)]
    [InlineData(ActorKind.System, "staff", true)]
    [InlineData(ActorKind.System, nameof(TemporaryPasswordOrigin.Phone), false)]
    [InlineData(ActorKind.Anonymous, "staff", false)]
    public void ML_07_WhereSomebodyElseIsNamed_NobodyIsSuspected(ActorKind actor, string origin, bool another)
    {
        var cause = Cause(AuditKinds.UserDisabled);
        (cause.Event.ActorKind, cause.Event.Details) = (actor, $$"""{"origin":"{{origin}}"}""");
        var mail = Rooms.SelectMany(room => room.Rows).Single(row => row.Kind == AuditKinds.UserDisabled).Mails(cause).Single().Mail;

        var english = MailComposer.Compose(mail, MailTenant.Reader("en")).Text;
        var japanese = MailComposer.Compose(mail, MailTenant.Reader()).Text;
        english.Contains("If you did not expect this", StringComparison.Ordinal).ShouldBe(another);
        english.Contains("Somebody else may have done this", StringComparison.Ordinal).ShouldBe(!another);
        japanese.Contains("ほかの人が操作した可能性があります", StringComparison.Ordinal).ShouldBe(!another);
        japanese.ShouldContain("お問い合わせ先に連絡してください");
    }

    private static PortalMail Mail(string kind) =>
        Rooms.SelectMany(room => room.Rows).Single(row => row.Kind == kind).Mails(Cause(kind)).Single().Mail;

    private static IEnumerable<(PortalMail Mail, TenantProfile Profile)> All()
    {
        foreach (var profile in new[] { Everything, Little })
        {
            yield return (new SignInCodeMail(Owner, "012345", Now.AddMinutes(10), "203.0.113.9", "Firefox"), profile);
            yield return (new TemporaryPasswordMail("Abcd2345efgh", Now.AddDays(1)), profile);
            yield return (new ResetLinkMail(Owner, "token", Now.AddHours(1)), profile);
            yield return (new ResetLaterMail(Owner, Now.AddMinutes(20), true), profile);
            yield return (new ResetLaterMail(Owner, Now.AddHours(24), false), profile);
            yield return (new RegistrationMail("token", Now.AddHours(1)), profile);
            yield return (new SignInNoticeMail(Owner, Now, "203.0.113.9", "Firefox", "token", Now.AddDays(7)), profile);
            yield return (new DisownedReportMail("N0001002", "C-100001", Now, Now, "203.0.113.9", "Firefox"), profile);
            foreach (var notice in Rooms.SelectMany(room => room.Rows).SelectMany(row => row.Mails(Cause(row.Kind))))
            {
                yield return (notice.Mail, profile);
            }
        }
    }

    private static NoticeCause Cause(string kind) => new(
        new AuditEvent
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            OccurredAt = Now,
            CorrelationId = "test",
            Address = "203.0.113.9",
            Browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0 Safari/537.36",
            Details = $$"""
                {"until":"2026-07-01T00:20:00+00:00","origin":"{{TemporaryPasswordOrigin.Staff}}",
                "expires":"2026-07-02T00:00:00+00:00","from":"old@example.jp","to":"new@example.jp"}
                """,
        },
        new PortalUser
        {
            Door = "main",
            UserName = "N0001002",
            Email = "owner@example.jp",
            KeywordHash = "hash",
            ValidUntil = new DateOnly(2026, 7, 15)
        },
        [.. Enum.GetValues<LinkPurpose>().Select(purpose => new IssuedLink(
            new SecurityLink { Id = Guid.CreateVersion7(), Purpose = purpose, TokenHash = [], SecurityStamp = "",
                Email = "owner@example.jp", ExpiresAt = Now.AddHours(1) }, "token"))]);

    [GeneratedRegex("こちら|させていただ|いたします|ご確認いただけ|無効な|[０-９]")]
    private static partial Regex StiffJapanese();

    [GeneratedRegex(@"\b(please|sorry|invalid|oops)\b", RegexOptions.IgnoreCase)]
    private static partial Regex StiffEnglish();

    [GeneratedRegex("href=\"[^\"]*\"")]
    private static partial Regex Links();
}
