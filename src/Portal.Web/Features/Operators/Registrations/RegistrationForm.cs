using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.Features.Operators.Registrations;

public sealed class RegistrationForm : DetailsForm
{
    public string? LoginId { get; set; }

    public string? Email { get; set; }

    public string? Keyword { get; set; }

    public string? KeywordAgain { get; set; }

    /// <summary>The checked keyword, encrypted, on its way through the confirm page.</summary>
    public string? SealedKeyword { get; set; }

    /// <summary>How many more IDs the contract may have.</summary>
    [BindNever]
    public int Room { get; set; }
}
