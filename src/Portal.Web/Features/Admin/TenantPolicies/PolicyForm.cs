using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>A group of policies being changed.</summary>
public sealed class PolicyForm : SteppedForm
{
    /// <summary>Numbers and choices, by their names within the group.</summary>
    [InDraft]
    public Dictionary<string, string?> Values { get; set; } = [];

    [InDraft]
    public IReadOnlyList<string>? Requires { get; set; }

    [InDraft]
    public IReadOnlyList<string>? DiffersFrom { get; set; }

    [InDraft]
    public IReadOnlyList<string>? Refuses { get; set; }

    [InDraft]
    public IReadOnlyList<string>? ReleasedBy { get; set; }

    [InDraft]
    public IReadOnlyList<string>? Methods { get; set; }

    [InDraft]
    public IReadOnlyList<string>? Days { get; set; }

    [InDraft]
    public string? Reason { get; set; }

    [BindNever]
    public PortalTenant Tenant { get; set; } = null!;

    [BindNever]
    public string Group { get; set; } = "";

    /// <summary>For the check page.</summary>
    [BindNever]
    public IReadOnlyList<ProfileChange> Changes { get; set; } = [];

    [BindNever]
    public IReadOnlyList<ProfileEffect> Effects { get; set; } = [];

    [BindNever]
    public bool NeedsApproval { get; set; }

    public string Path => StaffPaths.PolicyGroup(Tenant.Slug, Group);

    public IReadOnlyList<PolicyField> Fields => PolicyFields.Of(Group);

    /// <summary>The words that were chosen of a list.</summary>
    public IReadOnlyList<string>? Words(string name) => name switch
    {
        nameof(Requires) => Requires,
        nameof(DiffersFrom) => DiffersFrom,
        nameof(Refuses) => Refuses,
        nameof(ReleasedBy) => ReleasedBy,
        nameof(Days) => Days,
        _ => Methods,
    };

    public void Choose(string name, IReadOnlyList<string> words)
    {
        switch (name)
        {
            case nameof(Requires):
                Requires = words;
                break;
            case nameof(DiffersFrom):
                DiffersFrom = words;
                break;
            case nameof(Refuses):
                Refuses = words;
                break;
            case nameof(ReleasedBy):
                ReleasedBy = words;
                break;
            case nameof(Days):
                Days = words;
                break;
            default:
                Methods = words;
                break;
        }
    }
}
