using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Forms;

namespace Portal.Web.Features.Admin.Users.Edits;

/// <summary>What is known of somebody's user, being changed by the staff.</summary>
public sealed class UserDetailsForm : DetailsForm
{
    [InDraft]
    public string? Email { get; set; }

    [InDraft]
    public string? Reason { get; set; }

    [BindNever, ValidateNever]
    public UserTarget Target { get; set; } = null!;

    /// <summary>The address is what signs in, or a part of it.</summary>
    [BindNever]
    public bool EmailSignsIn { get; set; }

    [BindNever]
    public bool NeedsEmail { get; set; }

    [BindNever]
    public bool OffersEmail { get; set; }

    /// <summary>The tenant has addresses, and whoever looks may not change them.</summary>
    [BindNever]
    public bool LeavesEmail { get; set; }

    /// <summary>What is asked for beside what is stored, for the check page.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<ComparedField> Compared { get; set; } = [];
}

/// <summary>What the form was understood to say.</summary>
public sealed record EnteredDetails(AccountDetails Details, string? Email, string Reason);
