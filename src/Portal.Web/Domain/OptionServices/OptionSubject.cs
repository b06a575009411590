using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Telephony;

namespace Portal.Web.Domain.OptionServices;

internal static class OptionSubject
{
    /// <summary>
    /// The number, in the history of its account; where it has none, of the one that sets it, such as the main number's
    /// of its line: else nobody would read of it (FACE-6).
    /// </summary>
    /// <param name="by">Whose rights reach the number.</param>
    public static AuditSubject Of(LineNumber number, PortalUser by) =>
        new(number.UserId ?? by.Id, E164.National(number.Number), number.ContractId);
}
