using Portal.Web.Data.Entities;

namespace Portal.Web.Data;

/// <summary>
/// Asked by acts whose whole point is a mail, before they do anything: nobody's link dies for a mail that does not go
/// out, and the page can say so (ML-08).
/// </summary>
public interface IMailAllowance
{
    /// <summary>
    /// Whether the mail may go out now. Others who ask for the same sender or mailbox wait until the transaction ends,
    /// so the answer still holds when the mail is put into the queue. A refusal is recorded.
    /// </summary>
    /// <param name="kind">Name of the mail, where each kind has its own count.</param>
    Task<bool> AllowsAsync(MailCap cap, PortalUser user, string address, string kind = "");
}
