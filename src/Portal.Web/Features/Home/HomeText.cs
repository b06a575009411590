namespace Portal.Web.Features.Home;

/// <summary>Names the texts beside it.</summary>
public sealed class HomeText;
