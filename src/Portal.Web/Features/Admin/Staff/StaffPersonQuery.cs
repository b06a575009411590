using Portal.Rules.Delegation;
using Portal.Web.Data;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Staff;

/// <summary>The views of the list.</summary>
public enum StaffPersonView
{
    All,
    Active,

    /// <summary>Invited, and without a password until today.</summary>
    Invited,
    Disabled,
}

/// <summary>Which members of the staff are looked at, as it stands in the address.</summary>
public sealed class StaffPersonQuery : ListInput
{
    public string? Tenant { get; set; }

    public string? Role { get; set; }

    public string? View { get; set; }

    public string? Q { get; set; }

    public IReadOnlyList<string> Words => SearchText.Words(Given(Q));

    /// <summary>What is not understood is the whole list (IV-09).</summary>
    public StaffPersonView Preset => Enum.GetValues<StaffPersonView>().FirstOrDefault(view => Key(view) == View);

    public AccountRole? AskedRole => Roles.Cast<AccountRole?>().FirstOrDefault(role => Key(role!.Value) == Role);

    public string Order => StaffPersonList.Orders.Of(Sort);

    public static IReadOnlyList<AccountRole> Roles { get; } =
        [AccountRole.Agent, AccountRole.TenantAdministrator, AccountRole.SystemAdministrator];

    public static string Key(StaffPersonView view) => view.ToString().ToLowerInvariant();

    public static string Key(AccountRole role) => role.ToString().ToLowerInvariant();
}
