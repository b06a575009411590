using System.Globalization;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Mail.Notices;

/// <summary>
/// One a lock, as far as the day's limit goes: since when, from where, and how this tenant lets its owner back in
/// (LOCK-7).
/// </summary>
/// <param name="Until">When it ends by itself; null when it does not.</param>
internal sealed record LockedNotice(NoticeCause Cause, DateTimeOffset? Until) : AccountNotice(Cause, "Locked")
{
    public override MailCap? Cap => MailCap.Lock;

    protected override string Lead(MailContext to) => to.Text<NoticeText>("Locked.Lead" + Tried(to));

    /// <summary>Where no codes are asked, nobody mistypes one.</summary>
    internal static string Tried(MailContext to) => to.Tenant.Has(TenantFeatures.SecondFactor) ? "" : ".Password";

    protected override void Advise(MailBody body, MailContext to) =>
        WaysBack.Write(body, to, Cause, Until, passwordIsVoid: false);
}

/// <summary>How many locks there were on a day that had more than mails were sent about (ML-08).</summary>
internal sealed record LocksSummedNotice(NoticeCause Cause) : AccountNotice(Cause, "LocksSummed")
{
    protected override string Lead(MailContext to) => to.Text<NoticeText>("LocksSummed.Lead" + LockedNotice.Tried(to),
        Cause.Detail("day") is { } day ? to.Date(DateOnly.Parse(day, CultureInfo.InvariantCulture)) : "", Cause.Detail("locks") ?? "");

    protected override void Advise(MailBody body, MailContext to) => body.Paragraph(to.Text<NoticeText>("LocksSummed.Advice"));
}

/// <summary>The password is dead: only a temporary one or a reset helps (LOCK-3, LOCK-10).</summary>
internal sealed record VoidedNotice(NoticeCause Cause) : AccountNotice(Cause, "PasswordVoided")
{
    protected override void Advise(MailBody body, MailContext to) =>
        WaysBack.Write(body, to, Cause, until: null, passwordIsVoid: true);
}

/// <summary>A person released it, or a temporary password did, whoever asked for that one (LOCK-4).</summary>
internal sealed record ReleasedNotice(NoticeCause Cause) : AccountNotice(Cause, "Released")
{
    protected override string Lead(MailContext to) =>
        to.Text<NoticeText>(Cause.Event.Reason == "TemporaryPassword" ? "Released.Lead.TemporaryPassword" : "Released.Lead");
}

/// <summary>The owner said that a sign-in was not its own (NOTICE-1).</summary>
internal sealed record DisownedNotice(NoticeCause Cause) : AccountNotice(Cause, "Disowned")
{
    protected override void Advise(MailBody body, MailContext to) =>
        WaysBack.Write(body, to, Cause, until: null, passwordIsVoid: false);
}
