using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Forms;

namespace Portal.Web.Features.Operators.Registrations;

public sealed class RegistrationForm : DetailsForm, IKeywordForm
{
    [InDraft]
    public string? LoginId { get; set; }

    [InDraft]
    public string? Email { get; set; }

    public string? Keyword { get; set; }

    public string? KeywordAgain { get; set; }

    public string? SealedKeyword { get; set; }

    [InDraft]
    public bool Administrator { get; set; }

    [InDraft]
    public bool RequireFactor { get; set; }

    /// <summary>How many more IDs the contract may have.</summary>
    [BindNever]
    public int Room { get; set; }

    /// <summary>Number and holder of the contract that the new user will belong to.</summary>
    [BindNever]
    public string? Contract { get; set; }

    [BindNever]
    public bool MayGrantRole { get; set; }

    /// <summary>The policy leaves it open whether this user needs a second factor.</summary>
    [BindNever]
    public bool MayRequireFactor { get; set; }
}
