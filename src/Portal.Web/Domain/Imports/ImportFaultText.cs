namespace Portal.Web.Domain.Imports;

/// <summary>Names the texts beside it.</summary>
public sealed class ImportFaultText;
