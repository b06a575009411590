using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Telephony;

namespace Portal.Web.Domain.OptionServices;

internal static class OptionSubject
{
    /// <summary>The account of the number, or the number alone where it has none.</summary>
    public static AuditSubject Of(LineNumber number) => new(number.UserId, E164.National(number.Number), number.ContractId);
}
