using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Recovery.Registrations;

public sealed class RegisterPage
{
    public string? Email { get; set; }

    /// <summary>The page where whoever is registered signs in.</summary>
    [BindNever]
    public string SignIn { get; set; } = "";
}

/// <param name="SignIn">The page where whoever is registered signs in.</param>
public sealed record RegisterSentPage(TenantProfile Profile, string SignIn);
