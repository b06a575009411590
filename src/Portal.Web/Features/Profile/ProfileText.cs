namespace Portal.Web.Features.Profile;

/// <summary>Names the texts beside it.</summary>
public sealed class ProfileText;
