using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Mail.Marks;

namespace Portal.Web.Mail.Notices;

/// <summary>
/// To an address that counts from now on; one that somebody else entered is asked to confirm it (MAIL-3).
/// </summary>
internal sealed record AddressAddedNotice(NoticeCause Cause) : AccountNotice(Cause, "AddressAdded")
{
    public override MailCap? Cap =>
        !Cause.IsAnothers ? null : Cause.Event.Kind == AuditKinds.UserRegistered ? MailCap.Registration : MailCap.Address;

    public override DateTimeOffset? ValidUntil => Cause.Link(LinkPurpose.EmailConfirmation)?.Link.ExpiresAt;

    protected override void Advise(MailBody body, MailContext to)
    {
        if (Cause.Link(LinkPurpose.EmailConfirmation) is { } issued)
        {
            body.Paragraph(to.Text<NoticeText>("AddressAdded.Confirm", to.Time(issued.Link.ExpiresAt)))
                .Button(to.Text<NoticeText>("AddressAdded.Button"), to.Link(LinkPurpose.EmailConfirmation, issued.Token));
        }
    }

    public override string ToString() => nameof(AddressAddedNotice);
}

/// <summary>To an address that is registered no more: it says that it was, not that it is.</summary>
internal record FormerAddressNotice(NoticeCause Cause, string Name) : AccountNotice(Cause, Name)
{
    protected override void Advise(MailBody body, MailContext to) => body.Because(to.Text<NoticeText>("AddressFormer.Because"));
}

/// <summary>
/// To an address that no longer counts; its reader can undo what the account's own user did (MAIL-1).
/// </summary>
internal sealed record AddressRemovedNotice(NoticeCause Cause) : FormerAddressNotice(Cause, "AddressRemoved")
{
    public override DateTimeOffset? ValidUntil => Cause.Link(LinkPurpose.EmailChangeUndo)?.Link.ExpiresAt;

    /// <summary>Of the new address only what its owner recognises (MAIL-1).</summary>
    protected override string Lead(MailContext to) => MaskedEmail.Of(Cause.User.Email) is { Length: > 0 } now
        ? to.Text<NoticeText>("AddressRemoved.Lead.To", now)
        : base.Lead(to);

    protected override void Advise(MailBody body, MailContext to)
    {
        base.Advise(body, to);
        if (Cause.Link(LinkPurpose.EmailChangeUndo) is { } issued)
        {
            body.Paragraph(to.Text<NoticeText>("AddressRemoved.Undo", to.Time(issued.Link.ExpiresAt)))
                .Button(to.Text<NoticeText>("AddressRemoved.Button"), to.Link(LinkPurpose.EmailChangeUndo, issued.Token));
        }
    }

    public override string ToString() => nameof(AddressRemovedNotice);
}

/// <summary>
/// A step of a change of address: first, where the tenant asks it, to the old one; then to the new one (MAIL-1). Or the
/// proof of the registered one that its owner asked for.
/// </summary>
internal sealed record AddressLinkNotice(NoticeCause Cause, IssuedLink Issued) : PortalMail
{
    private string Name => Issued.Link.Purpose switch
    {
        LinkPurpose.EmailChangeOld => "AddressOld",
        LinkPurpose.EmailConfirmation => "AddressCheck",
        _ => "AddressNew",
    };

    public override string Kind => "email-change";

    public override MailCap? Cap => MailCap.AddressLink;

    public override DateTimeOffset? ValidUntil => Issued.Link.ExpiresAt;

    public override MailBody Write(MailContext to) =>
        new MailBody(to.Text<NoticeText>(Name + ".Subject"))
            .Paragraph(to.Text<NoticeText>(Name + ".Lead"))
            .Facts((to.Text<NoticeText>("Until"), to.Time(Issued.Link.ExpiresAt)))
            .Button(to.Text<NoticeText>(Name + ".Button"), to.Link(Issued.Link.Purpose, Issued.Token))
            .IfNotYours(to.Text<NoticeText>(Name + ".NotYours"))
            .Because(to.Text<NoticeText>(Name + ".Because"));

    /// <summary>Keeps the link out of logs and exception texts (AU-05).</summary>
    public override string ToString() => nameof(AddressLinkNotice);
}
