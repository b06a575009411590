using Portal.Rules.Telephony;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.AuthenticationUnits;

/// <summary>
/// Menus lead here only who may change the unit. The page is there for the others, too, and tells them who may.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnitChangersAttribute : Attribute, IUserGuard
{
    public bool LetsIn(PortalUser who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return who.Contract is { } contract && UnitRules.IsOffered(contract.AuthenticationUnit, contract.Number, who.UserName!);
    }
}
