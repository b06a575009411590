namespace Portal.Web.Features.OwnAccount.Passkeys;

/// <summary>Names the texts beside it.</summary>
public sealed class PasskeysText;
