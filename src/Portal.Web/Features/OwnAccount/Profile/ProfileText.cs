namespace Portal.Web.Features.OwnAccount.Profile;

/// <summary>Names the texts beside it.</summary>
public sealed class ProfileText;
