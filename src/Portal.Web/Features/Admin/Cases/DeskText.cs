namespace Portal.Web.Features.Admin.Cases;

/// <summary>Names the texts beside it.</summary>
public sealed class DeskText;
