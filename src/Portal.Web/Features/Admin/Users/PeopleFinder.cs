using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Users;

/// <summary>Finds people, as their list does.</summary>
public sealed class PeopleFinder(UserDirectory directory, IStringLocalizer<AdminText> text) : IStaffFinder
{
    public int Order => 1;

    public async Task<StaffFinds?> FindAsync(IReadOnlyList<PortalTenant> tenants, string typed) =>
        StaffFinds.Of(text["Users"], await directory.FirstAsync(tenants, typed, StaffFinds.Asked), Hit, StaffPaths.Users + "?q=", typed);

    private SearchHit Hit(FoundUser row)
    {
        var (user, state) = (row.User, row.States[0]);
        string?[] facts = [row.Tenant.Profile.Name.ToString(), user.UserName, EmailAddress.Readable(user.Email), user.Contract?.Number];
        return new SearchHit(user.DisplayName, row.Path, [.. facts.OfType<string>().Where(fact => fact.Length > 0).Distinct()])
        {
            Tags = [new ListTag(text["State." + state], UserStates.Tone(state))],
        };
    }
}
