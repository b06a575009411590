using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class DeskTool : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Outbox_TenantId_RecipientUserId_CreatedAt",
                table: "Outbox",
                columns: new[] { "TenantId", "RecipientUserId", "CreatedAt" },
                filter: "\"RecipientUserId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_CreatedAt_Id",
                table: "Cases",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_Status_CreatedAt",
                table: "Cases",
                columns: new[] { "TenantId", "Status", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_TenantId_RecipientUserId_CreatedAt",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Cases_TenantId_CreatedAt_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_TenantId_Status_CreatedAt",
                table: "Cases");
        }
    }
}
