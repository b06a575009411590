using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Recovery.TemporaryPasswords;

public sealed class UnlockPage
{
    public string? Identifier { get; set; }

    public string? Keyword { get; set; }

    public string? Email { get; set; }

    [BindNever]
    public IdentifierProfile Id { get; set; } = null!;
}
