using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.Features.Reauthentication;

public sealed class ReauthenticationPage
{
    public string? Password { get; set; }

    [BindNever]
    public string LoginId { get; set; } = "";

    [BindNever]
    public bool HasPassword { get; set; }

    [BindNever]
    public bool HasPasskey { get; set; }

    /// <summary>Where the proof leads, inside this portal.</summary>
    [BindNever]
    public string Next { get; set; } = "";
}
