namespace Portal.Web.Features.Admin.Imports;

/// <summary>Names the texts beside it.</summary>
public sealed class ImportText;
