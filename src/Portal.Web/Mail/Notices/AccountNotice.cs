using Portal.Rules.Delegation;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Mail.Marks;

namespace Portal.Web.Mail.Notices;

/// <summary>
/// Tells an account's owner what happened, when, by whom and from where. These facts never name the login ID in full.
/// </summary>
/// <param name="Name">Names the texts: "{Name}.Subject", "{Name}.Lead".</param>
internal record AccountNotice(NoticeCause Cause, string Name) : PortalMail
{
    public override string Kind => "notice-" + Cause.Event.Kind;

    public override MailCap? Cap => Cause.IsAnothers ? MailCap.Notice : null;

    public override bool WarnsOfOthers => true;

    // Whoever calls from a line or begins at the sign-in page may be anybody.
    public override bool TellsOfAnother => !Cause.IsOwners && !IsByPhoneOrMail;

    public override MailBody Write(MailContext to)
    {
        var body = new MailBody(Words(to, Name + ".Subject")).Paragraph(Lead(to)).Facts(Facts(to));
        Advise(body, to);
        return body;
    }

    protected virtual string Lead(MailContext to) => Words(to, Name + ".Lead");

    /// <summary>Words of this notice; a room that brings notices of its own brings their words, too.</summary>
    protected virtual string Words(MailContext to, string key) => to.Text<NoticeText>(key);

    /// <summary>What the owner can do now, where that needs saying.</summary>
    protected virtual void Advise(MailBody body, MailContext to)
    {
    }

    private (string Label, string? Value)[] Facts(MailContext to) =>
    [
        (to.Text<NoticeText>("When"), to.Time(Cause.Event.OccurredAt)),
        AccountMark.Of(Cause.User, to),
        (to.Text<NoticeText>("By"), By(to)),
        (to.Text<NoticeText>("Address"), Cause.IsOwners ? Cause.Event.Address : null),
        (to.Text<NoticeText>("Browser"), Cause.IsOwners ? BrowserName.Of(Cause.Event.Browser) : null),
    ];

    /// <summary>How a temporary password came about, or the one that released; null for all other events.</summary>
    private string? Origin => Cause.Detail("origin") ?? Cause.Detail("by");

    private bool IsByPhoneOrMail => Cause.Event.ActorKind == ActorKind.System
        && Origin is nameof(TemporaryPasswordOrigin.Phone) or nameof(TemporaryPasswordOrigin.Mail);

    private string? By(MailContext to) => Cause.Event switch
    {
        { ActorKind: ActorKind.Anonymous } => null,
        _ when IsByPhoneOrMail => to.Text<NoticeText>("By." + Origin),
        { ActorKind: ActorKind.User } when Cause.IsOwners => to.Text<NoticeText>("By.Owner"),
        { ActorKind: ActorKind.User } => Cause.ActorRole switch
        {
            AccountRole.Member => to.Text<NoticeText>("By.Member"),
            AccountRole.LinkedManager => to.Text<NoticeText>("By.LinkedManager"),
            _ => Manager(to),
        },
        { ActorKind: ActorKind.System } => to.Text<NoticeText>("By.System"),
        _ => to.Text<NoticeText>("By.Staff"),
    };

    internal static string Manager(MailContext to) =>
        to.Tenant.Profile.Operators?.Manager.In(to.Language) ?? to.Text<NoticeText>("By.Manager");
}

internal sealed class NoticeText;
