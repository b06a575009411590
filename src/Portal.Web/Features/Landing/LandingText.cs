namespace Portal.Web.Features.Landing;

/// <summary>Names the texts beside it.</summary>
public sealed class LandingText;
