using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Forms;

namespace Portal.Web.Features.Admin.Memberships;

/// <summary>Somebody to be let work for a contract, or no longer.</summary>
public sealed class StaffMembershipForm
{
    [InDraft]
    public string? LoginId { get; set; }

    [InDraft]
    public bool Administrator { get; set; }

    [InDraft]
    public string? Reason { get; set; }

    [BindNever, ValidateNever]
    public ContractTarget Target { get; set; } = null!;

    /// <summary>The one there is; null for somebody new.</summary>
    [BindNever, ValidateNever]
    public Membership? Of { get; set; }

    public AccountRole Role => Administrator ? AccountRole.Manager : AccountRole.Member;
}
