namespace Portal.Web.Features.Passkeys;

/// <summary>Names the texts beside it.</summary>
public sealed class PasskeysText;
