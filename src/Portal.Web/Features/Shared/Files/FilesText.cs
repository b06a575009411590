namespace Portal.Web.Features.Shared.Files;

/// <summary>Names the texts beside it.</summary>
public sealed class FilesText;
