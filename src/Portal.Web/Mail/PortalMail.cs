using Portal.Web.Data.Entities;

namespace Portal.Web.Mail;

/// <summary>
/// One mail as a type: its constructor takes what it tells, its texts lie beside it. Written once, in the reader's
/// language, when it is put into the queue.
/// </summary>
public abstract record PortalMail
{
    /// <summary>The mail's name in lists, such as "sign-in-code".</summary>
    public abstract string Kind { get; }

    /// <summary>
    /// Not sent after this moment. Set for everything that carries a secret: its text is erased as soon as it is sent
    /// or given up, while others stay readable for a new try (ML-06).
    /// </summary>
    public virtual DateTimeOffset? ValidUntil => null;

    /// <summary>What it counts as; null for a mail that is sent however often it happens (ML-08).</summary>
    public virtual MailCap? Cap => null;

    /// <summary>
    /// What it belongs to, each named for ever and without a secret: mail readers show together what shares one.
    /// </summary>
    public virtual IReadOnlyList<string> Threads => [];

    /// <summary>
    /// Tells of an act on the reader's account, which somebody else may have done: the mail says what to do then. Where
    /// nobody acted in the reader's name, such a warning only frightens.
    /// </summary>
    public virtual bool WarnsOfOthers => false;

    /// <summary>
    /// Says that somebody else acted, who may well do so: whoever did not expect it asks, and nobody is suspected.
    /// </summary>
    public virtual bool TellsOfAnother => false;

    public abstract MailBody Write(MailContext to);
}
