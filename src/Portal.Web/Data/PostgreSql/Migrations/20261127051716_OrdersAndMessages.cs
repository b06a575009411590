using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class OrdersAndMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OpenedBy",
                table: "Cases",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeliveryTemplates",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Address_Building = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Address_City = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Address_Company = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Address_Department = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Address_Kana = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Address_Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Address_Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Address_PostalCode = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    Address_Prefecture = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Address_Street = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryTemplates", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_DeliveryTemplates_Contracts_TenantId_ContractId",
                        columns: x => new { x.TenantId, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RentalItems",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Category = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    NameEn = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    TextEn = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    SearchKey = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    MinimumMonths = table.Column<int>(type: "integer", nullable: false),
                    Stock = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    TaxClass = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Picture = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    IsOffered = table.Column<bool>(type: "boolean", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RentalItems", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "RentalOrders",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ArrangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WaitingSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Contact = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    ContactPhone = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Window = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Remarks = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    BasedOn = table.Column<Guid>(type: "uuid", nullable: true),
                    ReturnsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Net = table.Column<long>(type: "bigint", nullable: false),
                    Tax = table.Column<long>(type: "bigint", nullable: false),
                    SearchKey = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Address_Building = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Address_City = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Address_Company = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Address_Department = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Address_Kana = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Address_Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Address_Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Address_PostalCode = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    Address_Prefecture = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Address_Street = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RentalOrders", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_RentalOrders_Contracts_TenantId_ContractId",
                        columns: x => new { x.TenantId, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RentalOrders_RentalOrders_TenantId_BasedOn",
                        columns: x => new { x.TenantId, x.BasedOn },
                        principalTable: "RentalOrders",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BasketLines",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BasketLines", x => new { x.TenantId, x.UserId, x.ItemId });
                    table.ForeignKey(
                        name: "FK_BasketLines_RentalItems_TenantId_ItemId",
                        columns: x => new { x.TenantId, x.ItemId },
                        principalTable: "RentalItems",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BasketLines_Users_TenantId_UserId",
                        columns: x => new { x.TenantId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ItemPrices",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Monthly = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemPrices", x => new { x.TenantId, x.ItemId, x.From });
                    table.CheckConstraint("CK_ItemPrices_Monthly", "\"Monthly\" >= 0");
                    table.ForeignKey(
                        name: "FK_ItemPrices_RentalItems_TenantId_ItemId",
                        columns: x => new { x.TenantId, x.ItemId },
                        principalTable: "RentalItems",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrderDocuments",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<string>(type: "text", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderDocuments", x => new { x.TenantId, x.OrderId, x.Language });
                    table.ForeignKey(
                        name: "FK_OrderDocuments_RentalOrders_TenantId_OrderId",
                        columns: x => new { x.TenantId, x.OrderId },
                        principalTable: "RentalOrders",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RentalOrderLines",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    NameEn = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    Monthly = table.Column<long>(type: "bigint", nullable: false),
                    MinimumMonths = table.Column<int>(type: "integer", nullable: false),
                    TaxRate = table.Column<int>(type: "integer", nullable: false),
                    Cancelled = table.Column<int>(type: "integer", nullable: false),
                    Held = table.Column<int>(type: "integer", nullable: false),
                    Before = table.Column<int>(type: "integer", nullable: false),
                    Fee = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RentalOrderLines", x => new { x.TenantId, x.OrderId, x.Position });
                    table.CheckConstraint("CK_RentalOrderLines_Given", "\"Quantity\" > 0 AND \"Cancelled\" >= 0 AND \"Held\" >= 0 AND \"Cancelled\" + \"Held\" <= \"Quantity\"");
                    table.ForeignKey(
                        name: "FK_RentalOrderLines_RentalOrders_TenantId_OrderId",
                        columns: x => new { x.TenantId, x.OrderId },
                        principalTable: "RentalOrders",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_OpenedBy",
                table: "Cases",
                columns: new[] { "TenantId", "OpenedBy" },
                unique: true,
                filter: "\"OpenedBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BasketLines_TenantId_ItemId",
                table: "BasketLines",
                columns: new[] { "TenantId", "ItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryTemplates_TenantId_ContractId_Position",
                table: "DeliveryTemplates",
                columns: new[] { "TenantId", "ContractId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_RentalItems_TenantId_Category_Position",
                table: "RentalItems",
                columns: new[] { "TenantId", "Category", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_RentalItems_TenantId_Code",
                table: "RentalItems",
                columns: new[] { "TenantId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RentalOrders_TenantId_BasedOn",
                table: "RentalOrders",
                columns: new[] { "TenantId", "BasedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RentalOrders_TenantId_ContractId_CreatedAt_Id",
                table: "RentalOrders",
                columns: new[] { "TenantId", "ContractId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RentalOrders_TenantId_CreatedAt_Id",
                table: "RentalOrders",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RentalOrders_TenantId_Kind_Number",
                table: "RentalOrders",
                columns: new[] { "TenantId", "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RentalOrders_TenantId_WaitingSince_Id",
                table: "RentalOrders",
                columns: new[] { "TenantId", "WaitingSince", "Id" },
                filter: "\"WaitingSince\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BasketLines");

            migrationBuilder.DropTable(
                name: "DeliveryTemplates");

            migrationBuilder.DropTable(
                name: "ItemPrices");

            migrationBuilder.DropTable(
                name: "OrderDocuments");

            migrationBuilder.DropTable(
                name: "RentalOrderLines");

            migrationBuilder.DropTable(
                name: "RentalItems");

            migrationBuilder.DropTable(
                name: "RentalOrders");

            migrationBuilder.DropIndex(
                name: "IX_Cases_TenantId_OpenedBy",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "OpenedBy",
                table: "Cases");
        }
    }
}
