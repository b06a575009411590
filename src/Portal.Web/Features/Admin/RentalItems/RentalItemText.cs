namespace Portal.Web.Features.Admin.RentalItems;

/// <summary>Names the texts beside it.</summary>
public sealed class RentalItemText;
